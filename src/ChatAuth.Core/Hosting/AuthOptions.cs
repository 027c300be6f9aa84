namespace ChatAuth.Core.Hosting;

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

    /// <summary>How often credentials are tried for real.</summary>
    public ProbesOptions Probes { get; set; } = new();

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

/// <summary>Section <c>Auth:Probes</c>.</summary>
public sealed class ProbesOptions
{
    /// <summary>How many times a person may type or tap <c>/model test</c> in 24 hours, an owner too; 0 to 10000. Default 20.</summary>
    public int PerDay { get; set; } = 20;
}
