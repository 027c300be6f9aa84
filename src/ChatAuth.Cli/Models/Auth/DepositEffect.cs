namespace ChatAuth.Cli.Models.Auth;

/// <summary>What a new credential changed.</summary>
internal enum DepositEffect
{
    /// <summary>Nothing was stored under that id.</summary>
    Added,

    /// <summary>It took the place of another one of the same payer: pins stay.</summary>
    SamePayer,

    /// <summary>It took the place of another payer: pins on it are broken.</summary>
    OtherPayer,
}
