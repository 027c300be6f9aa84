namespace ChatAuth.Core.Access;

/// <summary>What a person may do in a conversation.</summary>
[Flags]
public enum Rights
{
    /// <summary>Nothing: the default.</summary>
    None = 0,

    /// <summary>Have messages answered, which spends.</summary>
    Ask = 1,

    /// <summary>See the choice, the models and the accounts.</summary>
    View = 2,

    /// <summary>Choose the model.</summary>
    Switch = 4,

    /// <summary>Choose the credential that pays.</summary>
    Pin = 8,

    /// <summary>Everything above.</summary>
    All = Ask | View | Switch | Pin,
}
