using System.Diagnostics.CodeAnalysis;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Auth:Rules</c>. Patterns become canonical here, because rules compare text.</summary>
internal static class RuleReader
{
    private static readonly TextForm<RuleEffect> Effects = TextForm.Words<RuleEffect>(
        new("forbid", RuleEffect.Forbid), new("require", RuleEffect.Require), new("prefer", RuleEffect.Prefer));

    private static readonly TextForm<string> ModelPattern = new("provider/model or provider/*", TryParsePattern);

    private static readonly TextForm<string> Kind = new("private, shared, thread, or a kind that the host states", TryParseKind);

    public static List<ProfileRule> Read(IList<RuleOptions>? entries, SettingsProblems problems)
    {
        var rules = new List<ProfileRule>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            var path = $"Auth:Rules[{index}]";
            problems.TryReadUnique($"{path}.Id", entry.Id, TextForm.Name, seen, out var id);
            problems.TryRead($"{path}.Effect", entry.Effect, Effects, out var effect);
            if (entry.Profiles is not { Count: > 0 }) problems.Add($"{path}.Profiles", "must name at least one profile");
            rules.Add(new ProfileRule(
                id ?? "",
                effect,
                problems.ReadList($"{path}.Profiles", entry.Profiles, TextForm.Profile),
                problems.ReadList($"{path}.Models", entry.Models, ModelPattern),
                problems.ReadList($"{path}.Conversations", entry.Conversations, TextForm.Conversation),
                problems.ReadList($"{path}.Kinds", entry.Kinds, Kind),
                problems.ReadList($"{path}.People", entry.People, TextForm.Person)));
        }
        return rules;
    }

    private static bool TryParsePattern(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out string pattern)
    {
        pattern = text.EndsWith("/*")
            ? ProviderId.TryParse(text[..^2], out var provider) ? $"{provider}/*" : null
            : ModelRef.TryParse(text, out var model) ? model.ToString() : null;
        return pattern is not null;
    }

    /// <summary>Our own three kinds match in any case; a host's are its own.</summary>
    private static bool TryParseKind(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out string kind)
    {
        if (!TextForm.Name.TryParse(text, out kind)) return false;
        if (kind.ToLowerInvariant() is "private" or "shared" or "thread") kind = kind.ToLowerInvariant();
        return true;
    }
}
