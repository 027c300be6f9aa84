using ChatAuth.Core.Access;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Access:Rules</c>. An entry becomes one rule for each of its people, or roles, in each of its conversations.</summary>
internal static class AccessReader
{
    private static readonly TextForm<bool> Effects = TextForm.Words(
        new Dictionary<string, bool> { ["allow"] = false, ["deny"] = true });

    private static readonly TextForm<Rights> RightWords = TextForm.Words(
        Enum.GetValues<Rights>().Where(right => right != Rights.None).ToDictionary(right => Errors.Kebab.Of(right)));

    public static List<AccessRule> Read(IList<AccessRuleOptions>? entries, SettingsProblems problems)
    {
        var rules = new List<AccessRule>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, entry) in (entries ?? []).Index())
        {
            var path = $"Access:Rules[{index}]";
            if (problems.TryRead($"{path}.Id", entry.Id, TextForm.Name, out var id)) problems.AddTo(seen, $"{path}.Id", id);
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
