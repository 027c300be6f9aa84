using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ChatAuth.Channels.Discord;

/// <summary>What Discord says about the application that a token belongs to.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="VerifyKey">Its public key.</param>
/// <param name="InteractionsEndpointUrl">Where interactions are brought; null for nowhere over HTTP.</param>
internal sealed record DiscordApplication(string Id, string Name, string VerifyKey, string? InteractionsEndpointUrl)
{
    /// <summary>Reads the answer to <see cref="DiscordRequest.GetApplication"/>; false when it is something else.</summary>
    public static bool TryRead(JsonElement result, [NotNullWhen(true)] out DiscordApplication? application)
    {
        application = Find(result);
        return application is { Id.Length: > 0, VerifyKey.Length: > 0 };
    }

    /// <summary>Whether this is its public key, in whichever case.</summary>
    public bool Has(string publicKey) => VerifyKey.Equals(publicKey, StringComparison.OrdinalIgnoreCase);

    private static DiscordApplication? Find(JsonElement result)
    {
        try
        {
            return result.ValueKind is JsonValueKind.Object ? result.Deserialize(DiscordApplicationJson.Default.DiscordApplication) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
