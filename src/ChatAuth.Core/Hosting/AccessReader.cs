using ChatAuth.Core.Access;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Access:Rules</c>. An entry becomes one rule for each of its people, or roles, in each of its conversations.</summary>
internal static class AccessReader
{
    private static readonly TextForm<bool> Effects = TextForm.Words<bool>(new("allow", false), new("deny", true));

    private static readonly TextForm<Rights> RightWords = TextForm.Words<Rights>(
        new("ask", Rights.Ask), new("view", Rights.View), new("switch", Rights.Switch), new("pin", Rights.Pin), new("all", Rights.All));

    public static List<AccessRule> Read(IList<AccessRuleOptions>? entries, SettingsProblems problems)
    {
        var rules = new List<AccessRule>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            var path = $"Access:Rules[{index}]";
            problems.TryReadUnique($"{path}.Id", entry.Id, TextForm.Name, seen, out var id);
            problems.TryRead($"{path}.Effect", entry.Effect, Effects, out var denies);
            var rights = problems.ReadList($"{path}.Rights", entry.Rights, RightWords);
            if (entry.Rights is not { Count: > 0 }) problems.Add($"{path}.Rights", $"must name at least one of {RightWords.Description}");
            var granted = rights.Aggregate(Rights.None, (all, right) => all | right);
            var places = ReadPlaces(path, entry, problems);
            rules.AddRange(
                from whom in ReadWhom(path, entry, places, problems)
                from place in places
                select new AccessRule(id ?? "", denies, granted, whom.Person, whom.Role, place));
        }
        return rules;
    }

    private static IReadOnlyList<ConversationPattern> ReadPlaces(string path, AccessRuleOptions entry, SettingsProblems problems) =>
        entry.Conversations is { Count: > 0 } texts
            ? problems.ReadList($"{path}.Conversations", texts, TextForm.Conversation)
            : [ConversationPattern.Private];

    private static IEnumerable<(Person? Person, long? Role)> ReadWhom(
        string path, AccessRuleOptions entry, IReadOnlyList<ConversationPattern> places, SettingsProblems problems)
    {
        var people = problems.ReadList($"{path}.People", entry.People, TextForm.Person);
        var roles = problems.ReadList($"{path}.Roles", entry.Roles, TextForm.Role);
        var namesPeople = entry.People is { Count: > 0 };
        if (entry.Roles is not { Count: > 0 })
            return namesPeople ? people.Select(person => ((Person?)person, (long?)null)) : [(null, null)];
        if (namesPeople) problems.Add($"{path}.Roles", "must stand in an entry without People, so that it is plain who is meant");
        if (places.All(place => place == ConversationPattern.Private))
            problems.Add($"{path}.Roles", "must stand with a conversation or space: in private nobody has a role");
        return roles.Select(role => ((Person?)null, (long?)role));
    }
}
