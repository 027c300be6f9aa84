using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Hosting;

/// <summary>The validated configuration as values; immutable. Whoever assembles ChatAuth makes it once.</summary>
public sealed record ChatAuthSettings
{
    /// <summary>Models, aliases, default, fallbacks, allowlist and endpoints.</summary>
    public required ModelCatalog Catalog { get; init; }

    /// <summary>How long a vendor is waited for until its answer begins; one that is not streamed begins when it is complete. Default ten minutes.</summary>
    public TimeSpan VendorTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How old vendors' lists of models may grow before a running host asks for them anew; at least an hour. Default null: it never asks by itself.</summary>
    public TimeSpan? ListRefresh { get; init; }

    /// <summary>What the configuration says about profiles, by id.</summary>
    public IReadOnlyDictionary<ProfileId, ProfileSettings> Profiles { get; init; } = new Dictionary<ProfileId, ProfileSettings>();

    /// <summary>Explicit orders of the configuration; an order in the store wins.</summary>
    public IReadOnlyDictionary<ProviderId, ProfileOrder> Orders { get; init; } = new Dictionary<ProviderId, ProfileOrder>();

    /// <summary>The table <c>Auth:Rules</c>.</summary>
    public IReadOnlyList<ProfileRule> Rules { get; init; } = [];

    /// <summary>The table <c>Access:Rules</c>.</summary>
    public IReadOnlyList<AccessRule> AccessRules { get; init; } = [];

    /// <summary>Section <c>Auth:Consent</c>.</summary>
    public ConsentPresets Consent { get; init; } = new();

    /// <summary>Section <c>Auth:Cooldowns</c>.</summary>
    public CooldownOptions Cooldowns { get; init; } = new();

    /// <summary>How many probes a person may begin from the chat in 24 hours, in all conversations together; 0 is none. Default 20.</summary>
    public int ProbesPerDay { get; init; } = new ProbesOptions().PerDay;

    /// <summary>How long before its end a credential counts as expiring. Default 24 hours.</summary>
    public TimeSpan WarnWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Section <c>Auth:OAuth</c>, by provider.</summary>
    public IReadOnlyDictionary<ProviderId, OAuthSettings> OAuth { get; init; } = new Dictionary<ProviderId, OAuthSettings>();

    /// <summary>Section <c>Auth:Imports</c>, by the source's name.</summary>
    public IReadOnlyDictionary<string, ImportSettings> Imports { get; init; } = new Dictionary<string, ImportSettings>();

    /// <summary>Keys that neither the process nor <c>.env</c> has are asked of the login shell. Default false.</summary>
    public bool LoginShell { get; init; }

    /// <summary>The host's <c>/new</c> ends people's choices too. Default false.</summary>
    public bool PinsEndWithSession { get; init; }

    /// <summary>Owners are told in private what happens to credentials. Default true.</summary>
    public bool TellOwners { get; init; } = true;

    /// <summary>What stands before <c>chatauth</c> in commands that a reply has an owner type on the host, with a blank at its end. Default nothing: they reach this installation as they are.</summary>
    public string HostCommandPrefix { get; init; } = "";

    /// <summary>Where the gateway listens: an http address without a path. Default <c>http://127.0.0.1:8086</c>.</summary>
    public Uri Listen { get; init; } = new(new GatewayOptions().Listen);

    /// <summary>Further names by which the gateway may be called, beside its address. Default none.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Section <c>Telemetry:Otlp</c>: where the gateway sends metrics and traces. Default null: nowhere.</summary>
    public OtlpSettings? Otlp { get; init; }
}
