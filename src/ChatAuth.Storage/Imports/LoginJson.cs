using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Imports;

/// <summary>Reads the JSON of a login. What is wrong is told without any of its content.</summary>
internal static class LoginJson
{
    /// <summary>The reading of what was found.</summary>
    public static SourceReading Read((LoginBytes? Found, string? Why) content, Func<JsonElement, LoginBytes, SourceReading> read)
    {
        if (content.Why is { } why) return new SourceReading.Unusable(why);
        if (content.Found is not { } found) return new SourceReading.Nothing();
        try
        {
            using var document = JsonDocument.Parse(found.Json);
            return read(document.RootElement, found);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException) // the latter for half a character
        {
            return new SourceReading.Unusable("it is no JSON; its program may be writing it just now");
        }
    }

    /// <summary>A secret; null when it is missing, blank or no line of printable characters.</summary>
    public static Secret? Secret(this JsonElement json, string name) => Core.Credentials.Secret.TryCreate(json.Text(name), out var secret) ? secret : null;
}
