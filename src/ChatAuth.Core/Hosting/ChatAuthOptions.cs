namespace ChatAuth.Core.Hosting;

/// <summary>The configuration section <c>ChatAuth</c> as written. Ids are values, never keys, because configuration keys split at colons and ignore case.</summary>
public sealed class ChatAuthOptions
{
    /// <summary>The default model and what follows it.</summary>
    public ModelOptions Model { get; set; } = new();

    /// <summary>The models that pickers show, in this order.</summary>
    public IList<CatalogModelOptions> Models { get; set; } = [];

    /// <summary>Providers with an endpoint or API kind of their own.</summary>
    public IList<ProviderOptions> Providers { get; set; } = [];

    /// <summary>Profiles, orders, rules, consent and rests.</summary>
    public AuthOptions Auth { get; set; } = new();

    /// <summary>Who may do what.</summary>
    public AccessOptions Access { get; set; } = new();

    /// <summary>Conversations.</summary>
    public SessionOptions Sessions { get; set; } = new();

    /// <summary>Files and databases.</summary>
    public StorageOptions Storage { get; set; } = new();

    /// <summary>The bot on Telegram.</summary>
    public TelegramOptions Telegram { get; set; } = new();

    /// <summary>The bot on Discord.</summary>
    public DiscordOptions Discord { get; set; } = new();

    /// <summary>The daemon.</summary>
    public GatewayOptions Gateway { get; set; } = new();
}

/// <summary>Section <c>Model</c>.</summary>
public sealed class ModelOptions
{
    /// <summary>What a conversation without a choice uses, <c>provider/model</c>.</summary>
    public string Default { get; set; } = "";

    /// <summary>Models tried after it, in order. Default none.</summary>
    public IList<string> Fallbacks { get; set; } = [];

    /// <summary>The only models that may be selected. Default null: all.</summary>
    public IList<string>? Allowed { get; set; }

    /// <summary>Short names beside those of <see cref="ChatAuthOptions.Models"/>; here they win. The command line writes it.</summary>
    public IList<AliasOptions> Aliases { get; set; } = [];
}

/// <summary>An entry of <c>Model:Aliases</c>.</summary>
public sealed class AliasOptions
{
    /// <summary>The short name.</summary>
    public string Id { get; set; } = "";

    /// <summary><c>provider/model</c>. Default null: the short name of the catalog is taken back.</summary>
    public string? Model { get; set; }
}

/// <summary>An entry of <c>Models</c>.</summary>
public sealed class CatalogModelOptions
{
    /// <summary><c>provider/model</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Short names.</summary>
    public IList<string> Aliases { get; set; } = [];

    /// <summary>A name for people. Default null: the id.</summary>
    public string? Label { get; set; }
}

/// <summary>An entry of <c>Providers</c>.</summary>
public sealed class ProviderOptions
{
    /// <summary>The provider.</summary>
    public string Id { get; set; } = "";

    /// <summary>Base address; https, or http on this machine. Default null: the vendor's own.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Kind of API. Default null: the vendor's own.</summary>
    public string? Api { get; set; }
}

/// <summary>Section <c>Auth</c>.</summary>
public sealed class AuthOptions
{
    /// <summary>What is said about profiles.</summary>
    public IList<ProfileOptions> Profiles { get; set; } = [];

    /// <summary>Explicit orders.</summary>
    public IList<OrderOptions> Orders { get; set; } = [];

    /// <summary>Rules that forbid, require or prefer profiles.</summary>
    public IList<RuleOptions> Rules { get; set; } = [];

    /// <summary>What happens when another account would be charged.</summary>
    public ConsentOptions Consent { get; set; } = new();

    /// <summary>How long failed credentials rest.</summary>
    public Profiles.CooldownOptions Cooldowns { get; set; } = new();

    /// <summary>How many hours before its end a credential counts as expiring. Default 24.</summary>
    public double WarnWithinHours { get; set; } = 24;

    /// <summary>Sign-in by OAuth, and whose account a token is.</summary>
    public IList<OAuthOptions> OAuth { get; set; } = [];

    /// <summary>What is said about logins of other programs; the command line writes it.</summary>
    public IList<ImportOptions> Imports { get; set; } = [];

    /// <summary>Keys that neither the process nor <c>.env</c> has are asked of the login shell. Default false.</summary>
    public bool LoginShell { get; set; }
}

/// <summary>An entry of <c>Auth:OAuth</c>.</summary>
public sealed class OAuthOptions
{
    /// <summary>The provider.</summary>
    public string Provider { get; set; } = "";

    /// <summary>The operator's own client id. Default null: nobody signs in or refreshes by us.</summary>
    public string? ClientId { get; set; }

    /// <summary>Where a person allows the sign-in. Default null.</summary>
    public string? AuthorizeUrl { get; set; }

    /// <summary>Where codes and refresh tokens are exchanged. Default null.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>What is asked for. Default empty.</summary>
    public IList<string> Scopes { get; set; } = [];

    /// <summary>The port of the loopback redirect. Default 0: a free one.</summary>
    public int RedirectPort { get; set; }

    /// <summary>Where the vendor says whose account a token is. Default null: it is not asked.</summary>
    public string? IdentityUrl { get; set; }

    /// <summary>How many seconds the issuer takes a refresh token again after it was exchanged. Default 60.</summary>
    public int GraceSeconds { get; set; } = 60;
}

/// <summary>An entry of <c>Auth:Imports</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>The source: <c>claude-cli</c> or <c>codex-cli</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>It may be chosen automatically. Default false.</summary>
    public bool Accepted { get; set; }

    /// <summary>It is not imported. Default false.</summary>
    public bool Removed { get; set; }

    /// <summary>It is refreshed by us and written back. Default false.</summary>
    public bool Refresh { get; set; }
}

/// <summary>An entry of <c>Auth:Profiles</c>.</summary>
public sealed class ProfileOptions
{
    /// <summary><c>provider:name</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>The name that may be shown in public.</summary>
    public string? Label { get; set; }

    /// <summary><c>subscription</c>, <c>metered</c> or <c>free</c>. Default null: by the kind of credential.</summary>
    public string? Billing { get; set; }

    /// <summary><c>api_key</c>, <c>token</c> or <c>oauth</c>. Default null: any.</summary>
    public string? Kind { get; set; }

    /// <summary>The only people who may use it, <c>platform:number</c>. Default null: everyone with the right.</summary>
    public IList<string>? People { get; set; }

    /// <summary>The only conversations where it is spent. Default null: all that <see cref="Shared"/> admits.</summary>
    public IList<string>? Conversations { get; set; }

    /// <summary>It may be used in conversations of several people. Default false.</summary>
    public bool Shared { get; set; }
}

/// <summary>An entry of <c>Auth:Orders</c>.</summary>
public sealed class OrderOptions
{
    /// <summary>The provider.</summary>
    public string Provider { get; set; } = "";

    /// <summary>Its profiles, first choice first.</summary>
    public IList<string> Profiles { get; set; } = [];
}

/// <summary>An entry of <c>Auth:Rules</c>.</summary>
public sealed class RuleOptions
{
    /// <summary>Its name.</summary>
    public string Id { get; set; } = "";

    /// <summary><c>forbid</c>, <c>require</c> or <c>prefer</c>.</summary>
    public string Effect { get; set; } = "";

    /// <summary>The profiles that it speaks of.</summary>
    public IList<string> Profiles { get; set; } = [];

    /// <summary><c>provider/model</c> or <c>provider/*</c>. Default empty: all.</summary>
    public IList<string> Models { get; set; } = [];

    /// <summary><c>private</c>, a conversation's key, or <c>space:platform:id</c>. Default empty: all.</summary>
    public IList<string> Conversations { get; set; } = [];

    /// <summary><c>private</c>, <c>shared</c>, <c>thread</c>, or what the host states. Default empty: all.</summary>
    public IList<string> Kinds { get; set; } = [];

    /// <summary><c>platform:number</c>. Default empty: all.</summary>
    public IList<string> People { get; set; } = [];
}

/// <summary>Section <c>Auth:Consent</c>; each <c>ask</c>, <c>allow</c> or <c>refuse</c>. Another vendor is always asked about.</summary>
public sealed class ConsentOptions
{
    /// <summary>From a subscription to an account charged by use. Default <c>ask</c>.</summary>
    public string SubscriptionToMetered { get; set; } = "ask";

    /// <summary>Between accounts of one billing class outside of an explicit order. Default <c>ask</c>.</summary>
    public string SameBilling { get; set; } = "ask";

    /// <summary>From an account charged by use to a subscription. Default <c>ask</c>.</summary>
    public string MeteredToSubscription { get; set; } = "ask";
}

/// <summary>Section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>Allows and denies. Default empty: nobody but the operator at the terminal.</summary>
    public IList<AccessRuleOptions> Rules { get; set; } = [];
}

/// <summary>An entry of <c>Access:Rules</c>.</summary>
public sealed class AccessRuleOptions
{
    /// <summary>Its name.</summary>
    public string Id { get; set; } = "";

    /// <summary><c>allow</c> or <c>deny</c>. Default <c>allow</c>.</summary>
    public string Effect { get; set; } = "allow";

    /// <summary><c>ask</c>, <c>view</c>, <c>switch</c>, <c>pin</c>, or <c>all</c>.</summary>
    public IList<string> Rights { get; set; } = [];

    /// <summary><c>platform:number</c>. Default empty: everyone there, or everyone with a role of <see cref="Roles"/>.</summary>
    public IList<string> People { get; set; } = [];

    /// <summary>Numbers of roles; they count only with a conversation or space. Default empty.</summary>
    public IList<string> Roles { get; set; } = [];

    /// <summary><c>private</c>, a conversation's key, or <c>space:platform:id</c>. Default empty: <c>private</c>.</summary>
    public IList<string> Conversations { get; set; } = [];
}

/// <summary>Section <c>Sessions</c>.</summary>
public sealed class SessionOptions
{
    /// <summary>The host's <c>/new</c> ends people's choices too. Default false.</summary>
    public bool PinsEndWithSession { get; set; }
}

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The state directory. Default null: the variable <c>CHATAUTH_STATE_DIR</c>, else <c>~/.chatauth</c>.</summary>
    public string? StateDirectory { get; set; }

    /// <summary>A credential store that its group can read is accepted. Default false.</summary>
    public bool AllowGroupReadable { get; set; }
}
