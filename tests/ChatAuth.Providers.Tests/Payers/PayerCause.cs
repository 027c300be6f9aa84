using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Tests.Payers;

/// <summary>What the one who would pay next is to the one who paid last.</summary>
internal enum PayerRelation
{
    Same,
    SameClass,
    Metered,
    OtherVendor,
}

/// <summary>What a person learns before the next one is charged.</summary>
internal enum PayerNews
{
    /// <summary>Nothing: the payer is the same.</summary>
    None,

    /// <summary>The answer says it.</summary>
    Said,

    /// <summary>The reply to a person's own choice named it, and the answer says it.</summary>
    Named,

    /// <summary>The message waits for a button.</summary>
    Asked,

    /// <summary>The message is refused, and no button charges the next one.</summary>
    Refused,

    /// <summary>The one who paid last goes on paying.</summary>
    Kept,
}

/// <summary>Something after which another account would pay than the one that paid last.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Happen">Has the first one pay, and then does it.</param>
internal sealed record PayerCause(string Name, Func<PayerScene, Task> Happen)
{
    public PayerRelation[] Relations { get; init; } = Enum.GetValues<PayerRelation>();

    /// <summary>What the specification says of it whatever the relation is; null leaves that to billing class, order and presets.</summary>
    public PayerNews? Always { get; init; }

    /// <summary>The code of a refusal.</summary>
    public string? Code { get; init; }

    /// <summary>Under which name the next one is known.</summary>
    public string NextName { get; init; } = "next";

    /// <summary>It is what the operator prefers: its model is the default, and it is the first of its provider.</summary>
    public bool NextComesFirst { get; init; }

    /// <summary>Only the first one is stored when it begins.</summary>
    public bool NextComesLater { get; init; }

    /// <summary>The one who pays first is charged by use.</summary>
    public bool FirstIsMetered { get; init; }

    /// <summary>There is an explicit order in any case.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>It happens in a conversation of several people.</summary>
    public bool IsInGroup { get; init; }

    /// <summary>The change comes from the conversation that a thread follows.</summary>
    public bool CameByTheLink { get; init; }

    public bool PinsEndWithSession { get; init; }

    /// <summary>The message that is charged.</summary>
    public string Message { get; init; } = "hello";

    public override string ToString() => Name;

    /// <summary>What the specification promises, design section 2: stated here once more, not taken from the code under test.</summary>
    public PayerNews Expect(PayerRelation relation, bool ordered, ConsentPreset preset)
    {
        if (Always is { } always) return always is PayerNews.Named && relation is PayerRelation.Same ? PayerNews.None : always;
        return relation switch
        {
            PayerRelation.Same => PayerNews.None,
            PayerRelation.OtherVendor => PayerNews.Asked,
            PayerRelation.SameClass when ordered || CameByTheLink => PayerNews.Said,
            _ => preset switch
            {
                ConsentPreset.Allow => PayerNews.Said,
                ConsentPreset.Refuse => PayerNews.Refused,
                _ => PayerNews.Asked,
            },
        };
    }
}
