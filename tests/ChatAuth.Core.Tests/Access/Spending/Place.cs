namespace ChatAuth.Core.Tests.Access.Spending;

/// <summary>Somebody who may want to spend, as the specification speaks of people.</summary>
internal sealed record Spender(string Platform, long Id)
{
    public bool IsOperator => Platform == "terminal";

    /// <summary>Bears the one role that rules speak of.</summary>
    public bool HasRole { get; init; }

    public override string ToString() => $"{Platform}:{Id}";
}

/// <summary>A conversation in which something may be spent.</summary>
internal sealed record Place(string Channel, string Bot, string Chat, string? Thread = null)
{
    public bool IsPrivate { get; init; }

    /// <summary>The guild around it.</summary>
    public string? Space { get; init; }

    public string? HostKind { get; init; }

    public string Kind => HostKind ?? (Thread is not null ? "thread" : IsPrivate ? "private" : "shared");

    /// <summary>Every text by which a rule may speak of it, where it is the only one of its name.</summary>
    public IEnumerable<string> Names => NamesOf(Chat);

    /// <summary>The same for a further name of the chat.</summary>
    public IEnumerable<string> NamesOf(string chat)
    {
        yield return $"{Channel}:{Bot}:{chat}";
        if (Thread is not null) yield return $"{Channel}:{Bot}:{chat}:{Thread}";
        if (IsPrivate) yield return "private";
        if (Space is not null) yield return $"space:{Channel}:{Space}";
    }

    public override string ToString() => $"{Channel}:{Bot}:{Chat}:{Thread}";
}
