namespace ChatAuth.Core.Access;

/// <summary>Who may do what. Default deny; a conversation of several people that no rule names is denied whatever its payload says; a deny wins.</summary>
/// <param name="configured">The rules of the configuration.</param>
internal sealed class AccessPolicy(IReadOnlyList<AccessRule> configured)
{
    /// <summary>The rules of the configuration.</summary>
    public IReadOnlyList<AccessRule> Configured => configured;

    /// <summary>The rights of the asker, by the configuration and the grants as they are now.</summary>
    public Rights RightsOf(Asker asker, Grants grants)
    {
        if (asker.IsOperator) return Rights.All;
        if (asker.Person is not { } person) return Rights.None;
        var allowed = Rights.None;
        var denied = Rights.None;
        var named = asker.IsPrivate;
        foreach (var rule in configured.Concat(grants.Rules))
        {
            named |= rule.Conversation.Matches(asker);
            if (!rule.Matches(asker)) continue;
            if (rule.Denies) denied |= rule.Rights;
            else allowed |= rule.Rights;
        }
        if (!named) return Rights.None;
        if (IsOwner(asker, grants)) allowed = Rights.All;
        return allowed & ~denied;
    }

    /// <summary>Whether the asker is an owner, or the operator. What an owner may do in a place is another question.</summary>
    public static bool IsOwner(Asker asker, Grants grants) => asker.IsOperator || (asker.Person is { } person && grants.Owners.Contains(person));
}
