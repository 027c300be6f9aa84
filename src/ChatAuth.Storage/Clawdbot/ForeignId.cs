using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>Reads profile ids of another program: what would be shown must not be a secret in the wrong place.</summary>
internal static class ForeignId
{
    public static bool TryParse(ReadOnlySpan<char> text, out ProfileId id) => ProfileId.TryParse(text, out id) && !SecretInput.IsSuspect(id.Name);
}
