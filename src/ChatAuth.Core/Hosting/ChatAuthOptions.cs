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

    /// <summary>What is told without being asked.</summary>
    public NoticeOptions Notices { get; set; } = new();

    /// <summary>Files and databases.</summary>
    public StorageOptions Storage { get; set; } = new();

    /// <summary>The bot on Telegram.</summary>
    public TelegramOptions Telegram { get; set; } = new();

    /// <summary>The bot on Discord.</summary>
    public DiscordOptions Discord { get; set; } = new();

    /// <summary>The daemon.</summary>
    public GatewayOptions Gateway { get; set; } = new();

    /// <summary>Metrics and traces.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();
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

    /// <summary>How long a vendor is waited for until its answer begins, in seconds; one that is not streamed begins when it is complete. Default 600.</summary>
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>How old vendors' lists of models may grow, in hours, before a running host asks for them anew. Default null: it never asks by itself.</summary>
    public double? ListRefreshHours { get; set; }

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

/// <summary>Section <c>Notices</c>.</summary>
public sealed class NoticeOptions
{
    /// <summary>Owners are told in private when a credential ends, an account cannot pay, or pins break. Default true.</summary>
    public bool Owners { get; set; } = true;
}

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The state directory. Default null: the variable <c>CHATAUTH_STATE_DIR</c>, else <c>~/.chatauth</c>.</summary>
    public string? StateDirectory { get; set; }

    /// <summary>A credential store that its group can read is accepted. Default false.</summary>
    public bool AllowGroupReadable { get; set; }
}
