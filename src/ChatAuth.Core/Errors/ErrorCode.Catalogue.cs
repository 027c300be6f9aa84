namespace ChatAuth.Core.Errors;

public sealed partial record ErrorCode
{
    // What was typed

    /// <summary>This is not a command here.</summary>
    public static ErrorCode CommandUnknown { get; } = new(
        "command-unknown",
        "This is not a command here.",
        "/model help");

    /// <summary>There is more text than this command takes.</summary>
    public static ErrorCode TextUnexpected { get; } = new(
        "text-unexpected",
        "There is more text than this command takes.",
        "/model help");

    /// <summary>A command is one line; a line break may only stand between an alias and its question.</summary>
    public static ErrorCode LineBreak { get; } = new(
        "line-break",
        "A command is one line; a line break may only stand between an alias and its question.",
        "/model help");

    /// <summary>A quote is opened and not closed, or nothing is quoted.</summary>
    public static ErrorCode QuoteOpen { get; } = new(
        "quote-open",
        "A quote is opened and not closed, or nothing is quoted.",
        "/model help");

    /// <summary>A time is numbers with m, h, d or w, from 1 minute to 90 days.</summary>
    public static ErrorCode SpanInvalid { get; } = new(
        "span-invalid",
        "A time is numbers with m, h, d or w, from 1 minute to 90 days.",
        "/model help");

    /// <summary>A time stands beside the model or account that it is for.</summary>
    public static ErrorCode ChoiceMissing { get; } = new(
        "choice-missing",
        "A time stands beside the model or account that it is for.",
        "/model help");

    /// <summary>The command is about an account, and names none.</summary>
    public static ErrorCode ProfileMissing { get; } = new(
        "profile-missing",
        "This command is about an account: name it, as in /model clear @work.",
        "/model status");

    /// <summary>There is no such page.</summary>
    public static ErrorCode PageUnknown { get; } = new(
        "page-unknown",
        "There is no such page.",
        "/model list");

    /// <summary>The list has no such row.</summary>
    public static ErrorCode RowUnknown { get; } = new(
        "row-unknown",
        "The list has no such row.",
        "/model list");

    /// <summary>The list has changed since it was shown, so nothing was changed. Here it is afresh.</summary>
    public static ErrorCode PickerStale { get; } = new(
        "picker-stale",
        "The list has changed since it was shown, so nothing was changed. Here it is afresh.",
        "/model list");

    /// <summary>Nothing is addressed by name here. A profile stands after a space.</summary>
    public static ErrorCode AddressUnknown { get; } = new(
        "address-unknown",
        "Nothing is addressed by name here. A profile stands after a space.",
        "/model help");

    /// <summary>No such provider is known here.</summary>
    public static ErrorCode ProviderUnknown { get; } = new(
        "provider-unknown",
        "No such provider is known here.",
        "/model list", ExitCodes.Usage);

    /// <summary>No such model is known here.</summary>
    public static ErrorCode ModelUnknown { get; } = new(
        "model-unknown",
        "No such model is known here.",
        "/model list");

    /// <summary>Several providers have a model of that name.</summary>
    public static ErrorCode ModelAmbiguous { get; } = new(
        "model-ambiguous",
        "Several providers have a model of that name.",
        "/model list");

    /// <summary>The operator's allowlist does not have that model.</summary>
    public static ErrorCode ModelNotAllowed { get; } = new(
        "model-not-allowed",
        "The operator's allowlist does not have that model.",
        "/model list");

    /// <summary>No such profile is known here.</summary>
    public static ErrorCode ProfileUnknown { get; } = new(
        "profile-unknown",
        "No such profile is known here.",
        "/model status", ExitCodes.Usage);

    /// <summary>Several profiles could be meant.</summary>
    public static ErrorCode ProfileAmbiguous { get; } = new(
        "profile-ambiguous",
        "Several profiles could be meant.",
        "/model status");

    /// <summary>That profile belongs to another provider than the model.</summary>
    public static ErrorCode ProfileOfOtherProvider { get; } = new(
        "profile-of-other-provider",
        "That profile belongs to another provider than the model.",
        "/model status", ExitCodes.Usage);

    /// <summary>The text can be read in several ways.</summary>
    public static ErrorCode SelectorAmbiguous { get; } = new(
        "selector-ambiguous",
        "The text can be read in several ways.",
        "/model help");

    /// <summary>That looks like a secret. It was not stored, and no model has seen it; the platform has.</summary>
    public static ErrorCode SecretInMessage { get; } = new(
        "secret-in-message",
        "That looks like a secret. It was not stored, and no model has seen it; the platform has.",
        "Revoke it where it was issued. Its successor belongs on the host, never in a chat.");

    // Who may do what

    /// <summary>You may not do that here.</summary>
    public static ErrorCode RightMissing { get; } = new(
        "right-missing",
        "You may not do that here.",
        "Ask an owner of this bot.");

    /// <summary>Only an owner of this bot may do that.</summary>
    public static ErrorCode OwnerOnly { get; } = new(
        "owner-only",
        "Only an owner of this bot may do that.",
        "Ask an owner of this bot.");

    /// <summary>Nobody owns this bot yet, so nobody may do anything.</summary>
    public static ErrorCode OwnerMissing { get; } = new(
        "owner-missing",
        "Nobody owns this bot yet, so nobody may do anything.",
        "Send /model claim and the code that the gateway printed, in a private chat with the bot.");

    /// <summary>That code is not valid.</summary>
    public static ErrorCode ClaimWrong { get; } = new(
        "claim-wrong",
        "That code is not valid.",
        "chatauth access claim");

    /// <summary>Too many wrong codes today. Try again tomorrow.</summary>
    public static ErrorCode ClaimTriesUsedUp { get; } = new(
        "claim-tries-used-up",
        "Too many wrong codes today. Try again tomorrow.",
        "chatauth access claim");

    /// <summary>A code is only taken in a private chat. It is void now.</summary>
    public static ErrorCode ClaimInPublic { get; } = new(
        "claim-in-public",
        "A code is only taken in a private chat. It is void now.",
        "chatauth access claim");

    // The choice

    /// <summary>The choice has changed in the meantime, so nothing was done.</summary>
    public static ErrorCode ChoiceMoved { get; } = new(
        "choice-moved",
        "The choice has changed in the meantime, so nothing was done.",
        "/model status");

    /// <summary>Too many timed choices are nested in each other.</summary>
    public static ErrorCode TooManyEnds { get; } = new(
        "too-many-ends",
        "Too many timed choices are nested in each other.",
        "/model reset");

    /// <summary>Nothing is pinned for the current provider.</summary>
    public static ErrorCode NothingPinned { get; } = new(
        "nothing-pinned",
        "Nothing is pinned for the current provider.",
        "/model status");

    /// <summary>This conversation belongs to no other, so there is nothing to follow.</summary>
    public static ErrorCode NoParent { get; } = new(
        "no-parent",
        "This conversation belongs to no other, so there is nothing to follow.",
        "/model reset");

    /// <summary>This conversation follows its parent already.</summary>
    public static ErrorCode FollowsAlready { get; } = new(
        "follows-already",
        "This conversation follows its parent already.",
        "/model status");

    /// <summary>A person pinned another profile here.</summary>
    public static ErrorCode PinnedByPerson { get; } = new(
        "pinned-by-person",
        "A person pinned another profile here.",
        "/model status");

    /// <summary>There is no change left to undo.</summary>
    public static ErrorCode NothingToUndo { get; } = new(
        "nothing-to-undo",
        "There is no change left to undo.",
        "/model history");

    /// <summary>You could not choose now what stood before, so nothing was undone.</summary>
    public static ErrorCode UndoNotPermitted { get; } = new(
        "undo-not-permitted",
        "You could not choose now what stood before, so nothing was undone.",
        "/model status");

    /// <summary>A later message of this conversation was applied already, so this one was not.</summary>
    public static ErrorCode Superseded { get; } = new(
        "superseded",
        "A later message of this conversation was applied already, so this one was not.",
        "/model status");

    /// <summary>That menu belongs to somebody else, or to another conversation.</summary>
    public static ErrorCode MenuForeign { get; } = new(
        "menu-foreign",
        "That menu belongs to somebody else, or to another conversation.",
        "/model list");

    /// <summary>That menu is too old.</summary>
    public static ErrorCode MenuOld { get; } = new(
        "menu-old",
        "That menu is too old.",
        "/model list");

    /// <summary>No question to you is open here.</summary>
    public static ErrorCode NothingAsked { get; } = new(
        "nothing-asked",
        "No question to you is open here.",
        "/model status");

    // Who pays

    /// <summary>That profile is not stored on the host any more.</summary>
    public static ErrorCode PinMissing { get; } = new(
        "pin-missing",
        "That profile is not stored on the host any more.",
        "/model unpin");

    /// <summary>That credential has ended.</summary>
    public static ErrorCode PinExpired { get; } = new(
        "pin-expired",
        "That credential has ended.",
        "chatauth models status");

    /// <summary>The vendor refused that credential.</summary>
    public static ErrorCode PinRefused { get; } = new(
        "pin-refused",
        "The vendor refused that credential.",
        "chatauth models status");

    /// <summary>That account could not pay.</summary>
    public static ErrorCode PinDisabled { get; } = new(
        "pin-disabled",
        "That account could not pay.",
        "/model unpin");

    /// <summary>Another account stands under the pinned profile now.</summary>
    public static ErrorCode AccountChanged { get; } = new(
        "account-changed",
        "Another account stands under the pinned profile now.",
        "/model status");

    /// <summary>The pinned profile belongs to another endpoint than the one that is configured now. It is not sent there.</summary>
    public static ErrorCode OriginChanged { get; } = new(
        "origin-changed",
        "The pinned profile belongs to another endpoint than the one that is configured now. It is not sent there.",
        "On the host: chatauth models auth accept, or for a key of the environment paste-api-key.");

    /// <summary>That profile rests until the time that its vendor named.</summary>
    public static ErrorCode PinCooling { get; } = new(
        "pin-cooling",
        "That profile rests until the time that its vendor named.",
        "/model allow");

    /// <summary>A rule of the operator forbids that profile here.</summary>
    public static ErrorCode PinForbidden { get; } = new(
        "pin-forbidden",
        "A rule of the operator forbids that profile here.",
        "/model why");

    /// <summary>The pinned account is private to others.</summary>
    public static ErrorCode PinNotPermitted { get; } = new(
        "pin-not-permitted",
        "The pinned account is private to others.",
        "/model unpin");

    /// <summary>No profile can serve this model now.</summary>
    public static ErrorCode NobodyEligible { get; } = new(
        "nobody-eligible",
        "No profile can serve this model now.",
        "/model why");

    /// <summary>Accounts serve this model, but none of them where several people are.</summary>
    public static ErrorCode NobodyShared { get; } = new(
        "nobody-shared",
        "Accounts serve this model, but none of them where several people are.",
        "The operator lets an account pay here by Shared, in its entry of Auth:Profiles.");

    /// <summary>The one account that is left has just rested, and another message tries it.</summary>
    public static ErrorCode CredentialOnTrial { get; } = new(
        "credential-on-trial",
        "The account that would serve this has just rested, and another message is trying it.",
        "Send it again in a moment.", retryable: true);

    /// <summary>This installation cannot call that provider yet.</summary>
    public static ErrorCode ProviderNotAvailable { get; } = new(
        "provider-not-available",
        "This installation cannot call that provider yet.",
        "/model list");

    /// <summary>This message would be charged to another account than before.</summary>
    public static ErrorCode PayerChange { get; } = new(
        "payer-change",
        "This message would be charged to another account than before.",
        "/model allow");

    /// <summary>A change of who pays was declined here.</summary>
    public static ErrorCode ConsentDenied { get; } = new(
        "consent-denied",
        "A change of who pays was declined here.",
        "/model why");

    /// <summary>This message was delivered before, and nobody knows whether it was charged.</summary>
    public static ErrorCode AttemptOpen { get; } = new(
        "attempt-open",
        "This message was delivered before, and nobody knows whether it was charged.",
        "/model allow");

    /// <summary>This message was answered before.</summary>
    public static ErrorCode AlreadyAnswered { get; } = new(
        "already-answered",
        "This message was answered before.",
        "If the answer did not reach you, send it again as a new message.");

    /// <summary>Accounts are pinned in this conversation, and none for that provider. Name the one that pays.</summary>
    public static ErrorCode OtherCredentialPinned { get; } = new(
        "other-credential-pinned",
        "Accounts are pinned in this conversation, and none for that provider. Name the one that pays.",
        "/model status");

    /// <summary>The operator lets a person test credentials only so often.</summary>
    public static ErrorCode ProbeLimit { get; } = new(
        "probe-limit",
        "The operator lets nobody test credentials more often than that.",
        "/model status", retryable: true);

    // What the vendor said

    /// <summary>The vendor refused the credential.</summary>
    public static ErrorCode VendorRefused { get; } = new(
        "vendor-refused",
        "The vendor refused the credential.",
        "/model status");

    /// <summary>The vendor's limit is reached for this account.</summary>
    public static ErrorCode VendorLimited { get; } = new(
        "vendor-limited",
        "The vendor's limit is reached for this account.",
        "/model status", retryable: true);

    /// <summary>The account at the vendor cannot pay.</summary>
    public static ErrorCode VendorUnpaid { get; } = new(
        "vendor-unpaid",
        "The account at the vendor cannot pay.",
        "/model status");

    /// <summary>The vendor did not answer in time.</summary>
    public static ErrorCode VendorTimeout { get; } = new(
        "vendor-timeout",
        "The vendor did not answer in time.",
        "Send it again.", retryable: true);

    /// <summary>The vendor cannot serve now.</summary>
    public static ErrorCode VendorUnavailable { get; } = new(
        "vendor-unavailable",
        "The vendor cannot serve now.",
        "Send it again later.", retryable: true);

    /// <summary>The vendor refused the request itself; the account is not at fault.</summary>
    public static ErrorCode RequestRefused { get; } = new(
        "request-refused",
        "The vendor refused the request itself; the account is not at fault.",
        "/model list");

    // The host

    /// <summary>The credential store is damaged. Nothing was changed.</summary>
    public static ErrorCode StoreDamaged { get; } = new(
        "store-damaged",
        "The credential store is damaged. Nothing was changed.",
        "Restore the file from a backup, or move it away.", ExitCodes.StoreDamaged);

    /// <summary>The credential store cannot be read.</summary>
    public static ErrorCode StoreUnreadable { get; } = new(
        "store-unreadable",
        "The credential store cannot be read.",
        "chmod 600 the file, as its owner.");

    /// <summary>The credential store belongs to another user.</summary>
    public static ErrorCode StoreForeign { get; } = new(
        "store-foreign",
        "The credential store belongs to another user.",
        "chown the file to the user who runs this program.");

    /// <summary>Others can read the credential store.</summary>
    public static ErrorCode StoreTooOpen { get; } = new(
        "store-too-open",
        "Others can read the credential store.",
        "chmod 600 the file, or set Storage:AllowGroupReadable.");

    /// <summary>A newer version wrote the credential store; this one only reads it.</summary>
    public static ErrorCode StoreNewer { get; } = new(
        "store-newer",
        "A newer version wrote the credential store; this one only reads it.",
        "Update this program.");

    /// <summary>Another program holds the lock of the credential store.</summary>
    public static ErrorCode StoreBusy { get; } = new(
        "store-busy",
        "Another program holds the lock of the credential store.",
        "Try again.", ExitCodes.Unavailable, retryable: true);

    /// <summary>The credential store cannot be written: disk full, or not permitted. It is as it was.</summary>
    public static ErrorCode StoreUnwritable { get; } = new(
        "store-unwritable",
        "The credential store cannot be written: disk full, or not permitted. It is as it was.",
        "Free space, or mend the directory's permissions.", ExitCodes.Unavailable);

    /// <summary>This file system does not keep locks, so nothing was written.</summary>
    public static ErrorCode LockUnproven { get; } = new(
        "lock-unproven",
        "This file system does not keep locks, so nothing was written.",
        "Put the state directory on a local disk.", ExitCodes.Unavailable);

    /// <summary>The installation key is damaged.</summary>
    public static ErrorCode KeyDamaged { get; } = new(
        "key-damaged",
        "The installation key is damaged.",
        "Restore the file from a backup.", ExitCodes.StoreDamaged);

    /// <summary>Others could change what is in the state directory.</summary>
    public static ErrorCode StateUnsafe { get; } = new(
        "state-unsafe",
        "Others could change what is in the state directory.",
        "chmod go-w it, as its owner.");

    /// <summary>The session database is damaged. Nothing was changed.</summary>
    public static ErrorCode DatabaseDamaged { get; } = new(
        "database-damaged",
        "The session database is damaged. Nothing was changed.",
        "Restore the file from a backup, or move it away.", ExitCodes.StoreDamaged);

    /// <summary>A newer version wrote the session database.</summary>
    public static ErrorCode DatabaseNewer { get; } = new(
        "database-newer",
        "A newer version wrote the session database.",
        "Update this program.");

    /// <summary>The session database does not answer: busy, full or not permitted. Nothing was changed.</summary>
    public static ErrorCode DatabaseUnavailable { get; } = new(
        "database-unavailable",
        "The session database does not answer: busy, full or not permitted. Nothing was changed.",
        "Try again.", ExitCodes.Unavailable, retryable: true);

    /// <summary>The session database lies on a network or shared folder, where it would be damaged.</summary>
    public static ErrorCode DatabaseOnNetwork { get; } = new(
        "database-on-network",
        "The session database lies on a network or shared folder, where it would be damaged.",
        "Put the state directory on a local disk.");

    /// <summary>The configuration is not valid.</summary>
    public static ErrorCode ConfigurationInvalid { get; } = new(
        "configuration-invalid",
        "The configuration is not valid.",
        "Mend the entries that are named.", ExitCodes.Usage);

    /// <summary>The configuration file holds what an edit by program would lose.</summary>
    public static ErrorCode ConfigurationByHand { get; } = new(
        "configuration-by-hand",
        "The configuration file holds what an edit by program would lose. Nothing was changed.",
        "Write the lines that are named into it by hand.");

    /// <summary>The gateway cannot listen where it should.</summary>
    public static ErrorCode AddressUnavailable { get; } = new(
        "address-unavailable",
        "The address to listen at is taken, or is none of this machine's.",
        "Stop what listens there, or set Gateway:Listen.", ExitCodes.Unavailable);

    /// <summary>Signatures of Discord cannot be verified here: OpenSSL 3 is missing.</summary>
    public static ErrorCode SignatureUnavailable { get; } = new(
        "signature-unavailable",
        "Signatures of Discord cannot be verified here: OpenSSL 3 is missing.",
        "Install OpenSSL 3 with the system's packages (libssl3), or set Discord:Transport to socket in a gateway that was built with -p:ChatSdks=true.", ExitCodes.Unavailable);

    /// <summary>An interaction of another time was signed well and is not acted on: it may have been recorded and sent again.</summary>
    public static ErrorCode InteractionUntimely { get; } = new(
        "interaction-untimely",
        "Nothing was done: that came at another time than it says.",
        "Send it again. Where it happens each time, the clock of the bot's machine is wrong.", retryable: true);

    /// <summary>An interaction came before, and is not acted on again.</summary>
    public static ErrorCode InteractionRepeated { get; } = new(
        "interaction-repeated",
        "Nothing was done: that came before.",
        "Send it anew where it is meant a second time.");

    /// <summary>No such conversation is stored.</summary>
    public static ErrorCode SessionUnknown { get; } = new(
        "session-unknown",
        "No such conversation is stored.",
        "chatauth sessions list", ExitCodes.Usage);

    /// <summary>The command line is not understood. What was unexpected is not shown: it could be a secret.</summary>
    public static ErrorCode Usage { get; } = new(
        "usage",
        "The command line is not understood. What was unexpected is not shown: it could be a secret.",
        "chatauth --help", ExitCodes.Usage);

    /// <summary>Something broke here. The log has the details under the reference.</summary>
    public static ErrorCode Internal { get; } = new(
        "internal",
        "Something broke here. The log has the details under the reference.",
        "Send it again; if it repeats, give the reference to the operator.", ExitCodes.Internal);
}
