namespace ChatAuth.Core.Credentials;

/// <summary>What a look at the login of another program came to. In JSON it stands in kebab case.</summary>
public enum ImportResult
{
    /// <summary>No login is there.</summary>
    Nothing,

    /// <summary>The operator removed it; its program was not looked at.</summary>
    Removed,

    /// <summary>It is there, and what is stored stays as it is.</summary>
    Kept,

    /// <summary>It was not known before and is now a profile.</summary>
    Added,

    /// <summary>Newer tokens of the same payer were taken over.</summary>
    Renewed,

    /// <summary>It is another payer now, or one that cannot be proven to be the same: it was taken over, and pins on it are broken.</summary>
    AccountChanged,

    /// <summary>Whose it is, is not proven, and the stored one still lives: that one is kept.</summary>
    Unproven,

    /// <summary>It has ended; only its own program can renew it.</summary>
    Ended,

    /// <summary>Its vendor does not accept it: what is stored is kept.</summary>
    Refused,

    /// <summary>Something is there that cannot be used.</summary>
    Unusable,

    /// <summary>It should have been taken over, and the store could not be written.</summary>
    NotSaved,
}
