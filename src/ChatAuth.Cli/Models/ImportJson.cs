using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Models;

/// <summary>The part <c>auth.imports</c> of the status: what became of the logins of other programs.</summary>
internal static class ImportJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ImportOutcome> imports)
    {
        json.WriteStartArray("imports");
        foreach (var outcome in imports)
        {
            json.WriteStartObject();
            json.WriteString("source", outcome.Source);
            json.WriteString("profileId", outcome.Profile.ToString());
            json.WriteString("result", Kebab.Of(outcome.Result));
            json.WriteString("hint", ImportText.Hint(outcome));
            if (outcome.Code is { } code) json.WriteString("code", code.Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
