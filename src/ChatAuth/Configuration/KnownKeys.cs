namespace ChatAuth.Configuration;

/// <summary>Every key there is, <c>*</c> for a position in a list. A test compares it with the options.</summary>
internal static class KnownKeys
{
    public static IReadOnlySet<string> Numbers { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Auth:Cooldowns:BillingBackoffHours",
        "Auth:Cooldowns:BillingMaxHours",
        "Auth:Cooldowns:FailureWindowHours",
        "Auth:WarnWithinHours",
        "Model:ListRefreshHours",
    };

    public static IReadOnlySet<string> WholeNumbers { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Auth:Probes:PerDay",
        "Auth:OAuth:*:RedirectPort",
        "Auth:OAuth:*:GraceSeconds",
        "Model:TimeoutSeconds",
        "Telemetry:Otlp:IntervalSeconds",
    };

    public static IReadOnlySet<string> Flags { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Auth:Profiles:*:Shared",
        "Auth:Imports:*:Accepted",
        "Auth:Imports:*:Removed",
        "Auth:Imports:*:Refresh",
        "Auth:LoginShell",
        "Sessions:PinsEndWithSession",
        "Notices:Owners",
        "Storage:AllowGroupReadable",
        "Telegram:KeepPace",
        "Gateway:AllowRemote",
    };

    public static IReadOnlySet<string> Texts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Model:Default",
        "Model:Fallbacks:*",
        "Model:Allowed:*",
        "Model:Aliases:*:Id",
        "Model:Aliases:*:Model",
        "Models:*:Id",
        "Models:*:Aliases:*",
        "Models:*:Label",
        "Providers:*:Id",
        "Providers:*:BaseUrl",
        "Providers:*:Api",
        "Auth:Profiles:*:Id",
        "Auth:Profiles:*:Label",
        "Auth:Profiles:*:Billing",
        "Auth:Profiles:*:Kind",
        "Auth:Profiles:*:People:*",
        "Auth:Profiles:*:Conversations:*",
        "Auth:Orders:*:Provider",
        "Auth:Orders:*:Profiles:*",
        "Auth:Rules:*:Id",
        "Auth:Rules:*:Effect",
        "Auth:Rules:*:Profiles:*",
        "Auth:Rules:*:Models:*",
        "Auth:Rules:*:Conversations:*",
        "Auth:Rules:*:Kinds:*",
        "Auth:Rules:*:People:*",
        "Auth:OAuth:*:Provider",
        "Auth:OAuth:*:ClientId",
        "Auth:OAuth:*:AuthorizeUrl",
        "Auth:OAuth:*:TokenUrl",
        "Auth:OAuth:*:Scopes:*",
        "Auth:OAuth:*:IdentityUrl",
        "Auth:Imports:*:Id",
        "Auth:Consent:SubscriptionToMetered",
        "Auth:Consent:SameBilling",
        "Auth:Consent:MeteredToSubscription",
        "Access:Rules:*:Id",
        "Access:Rules:*:Effect",
        "Access:Rules:*:Rights:*",
        "Access:Rules:*:People:*",
        "Access:Rules:*:Roles:*",
        "Access:Rules:*:Conversations:*",
        "Storage:StateDirectory",
        "Telegram:Token",
        "Telegram:TokenFile",
        "Telegram:BaseUrl",
        "Telegram:Transport",
        "Telegram:Webhook:Url",
        "Telegram:Webhook:Secret",
        "Telegram:Webhook:SecretFile",
        "Discord:ApplicationId",
        "Discord:PublicKey",
        "Discord:Token",
        "Discord:TokenFile",
        "Discord:BaseUrl",
        "Discord:Transport",
        "Discord:Guilds:*",
        "Gateway:Listen",
        "Gateway:Hosts:*",
        "Telemetry:Otlp:Endpoint",
        "Telemetry:Otlp:Protocol",
    };

    /// <summary>Every place that holds keys or entries instead of a value; the empty text is the section itself.</summary>
    public static IReadOnlySet<string> Sections { get; } =
        Texts.Concat(Numbers).Concat(WholeNumbers).Concat(Flags).SelectMany(Parents).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Parents(string pattern)
    {
        for (var end = pattern.LastIndexOf(':'); end >= 0; end = pattern.LastIndexOf(':', end - 1))
        {
            yield return pattern[..end];
        }
        yield return "";
    }
}
