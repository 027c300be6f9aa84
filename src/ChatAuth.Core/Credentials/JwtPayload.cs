using System.Buffers.Text;
using System.Text.Json;

namespace ChatAuth.Core.Credentials;

/// <summary>The claims of a JSON Web Token (RFC 7519) as its holder can read them. Nothing is verified: they tell about a token, they prove nothing to a server.</summary>
public static class JwtPayload
{
    /// <summary>The claims; null when the text is no such token.</summary>
    /// <param name="token">Three parts of base64url, parted by dots.</param>
    public static JsonElement? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1])) return null;
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
