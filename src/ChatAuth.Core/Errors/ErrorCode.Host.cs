namespace ChatAuth.Core.Errors;

/// <summary>What goes wrong where credentials and models are set up: on the host's command line.</summary>
public sealed partial record ErrorCode
{
    // A secret that was given

    /// <summary>No secret was given, so nothing was changed.</summary>
    public static ErrorCode SecretMissing { get; } = new(
        "secret-missing",
        "No secret was given, so nothing was changed.",
        "Type it at the prompt, or pipe it in.", ExitCodes.Usage);

    /// <summary>That is no secret: one line of printable ASCII without spaces, at most 8 KB.</summary>
    public static ErrorCode SecretMalformed { get; } = new(
        "secret-malformed",
        "That is no secret: one line of printable ASCII without spaces, at most 8 KB.",
        "Copy it again, alone.", ExitCodes.Usage);

    /// <summary>That setup token was cut off: it has at least 80 characters.</summary>
    public static ErrorCode SetupTokenShort { get; } = new(
        "setup-token-short",
        "That setup token was cut off: it has at least 80 characters.",
        "Copy it again, with all its lines joined.", ExitCodes.Usage);

    /// <summary>That secret is another vendor's, by its form. It was not stored.</summary>
    public static ErrorCode SecretOfOtherVendor { get; } = new(
        "secret-of-other-vendor",
        "That secret is another vendor's, by its form. It was not stored.",
        "Name its own vendor with --provider.");

    /// <summary>That secret is of another kind, by its form. It was not stored.</summary>
    public static ErrorCode SecretOfOtherKind { get; } = new(
        "secret-of-other-kind",
        "That secret is of another kind, by its form. It was not stored.",
        "Keys are stored by models auth paste-api-key, tokens by models auth paste-token; a refresh token by neither.");

    /// <summary>A name looks like a secret. It was not stored, but other programs of this machine could see the command line.</summary>
    public static ErrorCode SecretInArgument { get; } = new(
        "secret-in-argument",
        "A name looks like a secret. It was not stored, but other programs of this machine could see the command line.",
        "Revoke it where it was issued if it is one; otherwise choose another name.", ExitCodes.Usage);

    /// <summary>A lifetime is one number above 0 with ms, s, m, h, d or w; without a unit it counts days.</summary>
    public static ErrorCode LifetimeInvalid { get; } = new(
        "lifetime-invalid",
        "A lifetime is one number above 0 with ms, s, m, h, d or w; without a unit it counts days.",
        "Write it like 365d.", ExitCodes.Usage);

    // The profile that it is for

    /// <summary>A profile of that name is brought in by the environment or another program.</summary>
    public static ErrorCode ProfileReserved { get; } = new(
        "profile-reserved",
        "A profile of that name is brought in by the environment or another program.",
        "Choose another name with --profile-id.");

    /// <summary>What is stored cannot be continued: nothing is there, it has no secret, or it is of another kind.</summary>
    public static ErrorCode AccountUnproven { get; } = new(
        "account-unproven",
        "What is stored cannot be continued: nothing is there, it has no secret, or it is of another kind.",
        "Leave --same-account out; pins on the profile then have to be set again.");

    /// <summary>The sign-in was another account's than that profile's. Nothing was changed.</summary>
    public static ErrorCode AccountOther { get; } = new(
        "account-other",
        "The sign-in was another account's than that profile's. Nothing was changed.",
        "Name another profile with --profile-id, or replace the account with --replace.");

    /// <summary>That profile is not in this agent's store.</summary>
    public static ErrorCode ProfileElsewhere { get; } = new(
        "profile-elsewhere",
        "That profile is not in this agent's store.",
        "Remove it where it comes from.");

    /// <summary>No such source of logins is known here.</summary>
    public static ErrorCode SourceUnknown { get; } = new(
        "source-unknown",
        "No such source of logins is known here.",
        "chatauth models auth list", ExitCodes.Usage);

    /// <summary>There is nothing to accept: that profile is in use as it is stored.</summary>
    public static ErrorCode NothingToAccept { get; } = new(
        "nothing-to-accept",
        "There is nothing to accept: that profile is in use as it is stored.",
        "chatauth models auth list");

    /// <summary>A key of the environment is sent to its vendor's own address only.</summary>
    public static ErrorCode EnvironmentKeyBound { get; } = new(
        "environment-key-bound",
        "A key of the environment is sent to its vendor's own address only.",
        "Store it for the address that is configured: chatauth models auth paste-api-key.");

    // The terminal and other programs

    /// <summary>This needs a person at a terminal.</summary>
    public static ErrorCode TerminalMissing { get; } = new(
        "terminal-missing",
        "This needs a person at a terminal.",
        "Run it in an interactive shell on the host.", ExitCodes.Usage);

    /// <summary>This has to be confirmed, and nobody can be asked here.</summary>
    public static ErrorCode ConfirmationMissing { get; } = new(
        "confirmation-missing",
        "This has to be confirmed, and nobody can be asked here.",
        "Add --yes.", ExitCodes.Usage);

    /// <summary>The program claude is not on the path.</summary>
    public static ErrorCode ProgramMissing { get; } = new(
        "program-missing",
        "The program claude is not on the path.",
        "Install Claude Code, or store a token of another machine: chatauth models auth paste-token", ExitCodes.Unavailable);

    /// <summary>The program claude ended without a token.</summary>
    public static ErrorCode ProgramFailed { get; } = new(
        "program-failed",
        "The program claude ended without a token.",
        "Run claude setup-token by itself and see what it says.", ExitCodes.Unavailable);

    // Models

    /// <summary>Something above chatauth.json says otherwise, so nothing was changed.</summary>
    public static ErrorCode ConfigurationElsewhere { get; } = new(
        "configuration-elsewhere",
        "Something above chatauth.json says otherwise, so nothing was changed.",
        "Change it where it is set.");

    /// <summary>That cannot be an alias: letters, digits and _ . -, no number, and no word that chats use.</summary>
    public static ErrorCode AliasInvalid { get; } = new(
        "alias-invalid",
        "That cannot be an alias: letters, digits and _ . -, no number, and no word that chats use.",
        "Choose another name.", ExitCodes.Usage);

    /// <summary>That alias is another model's.</summary>
    public static ErrorCode AliasTaken { get; } = new(
        "alias-taken",
        "That alias is another model's.",
        "Remove it first with models aliases remove.");

    /// <summary>There is no such alias.</summary>
    public static ErrorCode AliasUnknown { get; } = new(
        "alias-unknown",
        "There is no such alias.",
        "chatauth models aliases list", ExitCodes.Usage);

    /// <summary>That model is no fallback.</summary>
    public static ErrorCode FallbackUnknown { get; } = new(
        "fallback-unknown",
        "That model is no fallback.",
        "chatauth models fallbacks list", ExitCodes.Usage);

    /// <summary>That model is the default or a fallback already.</summary>
    public static ErrorCode FallbackTaken { get; } = new(
        "fallback-taken",
        "That model is the default or a fallback already.",
        "chatauth models fallbacks list");
}
