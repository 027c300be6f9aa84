using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatAuth.Testing.Discord.Forms;

/// <summary>Whom a text pings. Without <c>allowed_mentions</c> it pings whomever it names.</summary>
internal static partial class MessagePings
{
    public static IReadOnlyList<string> Of(string text, JsonObject? allowed) =>
        [.. Mention().Matches(text).Select(found => found.Groups).Where(groups => IsAllowed(groups, allowed)).Select(groups => groups["id"].Value).Distinct()];

    private static bool IsAllowed(GroupCollection mention, JsonObject? allowed)
    {
        if (allowed is null) return true;
        var id = mention["id"].Value;
        var kind = id is "everyone" or "here" ? "everyone" : mention["role"].Length > 0 ? "roles" : "users";
        return Has(allowed["parse"], kind) || Has(allowed[kind], id);
    }

    private static bool Has(JsonNode? list, string text) => list is JsonArray texts && texts.Any(item => $"{item}" == text);

    [GeneratedRegex("@(?<id>everyone|here)|<@(!|(?<role>&))?(?<id>[0-9]+)>")]
    private static partial Regex Mention();
}
