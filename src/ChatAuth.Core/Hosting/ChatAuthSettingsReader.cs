using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Hosting;

/// <summary>Turns the configuration as written into values, or says everything that is wrong with it.</summary>
public static class ChatAuthSettingsReader
{
    private const int MostProbes = 10_000;

    private static readonly TextForm<ConsentPreset> Presets = TextForm.Words<ConsentPreset>(
        new("ask", ConsentPreset.Ask), new("allow", ConsentPreset.Allow), new("refuse", ConsentPreset.Refuse));

    /// <summary>Validates the whole configuration and gives it as values, which later changes of the options do not touch.</summary>
    /// <param name="options">The configuration as written.</param>
    /// <param name="found">What was found wrong while it was bound, <c>key path: requirement</c>; reported with the rest.</param>
    /// <exception cref="Errors.ChatAuthException">
    /// <see cref="Errors.ErrorCode.ConfigurationInvalid"/>; its detail has one line for each problem, and no value that was not understood.
    /// </exception>
    public static ChatAuthSettings Read(ChatAuthOptions options, IReadOnlyList<string>? found = null)
    {
        var problems = new SettingsProblems(found ?? []);
        var auth = options.Auth;
        var settings = new ChatAuthSettings
        {
            Catalog = CatalogReader.Read(options, problems),
            VendorTimeout = CatalogReader.ReadTimeout(options.Model, problems),
            ListRefresh = CatalogReader.ReadListRefresh(options.Model, problems),
            Profiles = ProfileReader.ReadProfiles(auth.Profiles, problems),
            Orders = ProfileReader.ReadOrders(auth.Orders, problems),
            Rules = RuleReader.Read(auth.Rules, problems),
            AccessRules = AccessReader.Read(options.Access.Rules, problems),
            Consent = ReadConsent(auth.Consent, problems),
            Cooldowns = ReadCooldowns(auth.Cooldowns, problems),
            ProbesPerDay = ReadProbes(auth.Probes, problems),
            WarnWithin = TimeSpan.FromHours(problems.ReadHours("Auth:WarnWithinHours", auth.WarnWithinHours)),
            OAuth = SignInReader.ReadOAuth(auth.OAuth, problems),
            Imports = SignInReader.ReadImports(auth.Imports, problems),
            LoginShell = auth.LoginShell,
            PinsEndWithSession = options.Sessions.PinsEndWithSession,
            TellOwners = options.Notices.Owners,
            Listen = GatewayReader.ReadListen(options.Gateway, problems),
            Hosts = GatewayReader.ReadHosts(options.Gateway, problems),
            Otlp = TelemetryReader.Read(options.Telemetry.Otlp, problems),
        };
        problems.ThrowIfAny();
        return settings;
    }

    private static ConsentPresets ReadConsent(ConsentOptions consent, SettingsProblems problems)
    {
        problems.TryRead("Auth:Consent:SubscriptionToMetered", consent.SubscriptionToMetered, Presets, out var toMetered);
        problems.TryRead("Auth:Consent:SameBilling", consent.SameBilling, Presets, out var same);
        problems.TryRead("Auth:Consent:MeteredToSubscription", consent.MeteredToSubscription, Presets, out var toSubscription);
        return new ConsentPresets(toMetered, same, toSubscription);
    }

    private static int ReadProbes(ProbesOptions probes, SettingsProblems problems)
    {
        if (probes.PerDay is < 0 or > MostProbes) problems.Add("Auth:Probes:PerDay", $"must be a number from 0 to {MostProbes}");
        return probes.PerDay;
    }

    private static CooldownOptions ReadCooldowns(CooldownOptions written, SettingsProblems problems) => new()
    {
        BillingBackoffHours = problems.ReadHours("Auth:Cooldowns:BillingBackoffHours", written.BillingBackoffHours),
        BillingMaxHours = problems.ReadHours("Auth:Cooldowns:BillingMaxHours", written.BillingMaxHours),
        FailureWindowHours = problems.ReadHours("Auth:Cooldowns:FailureWindowHours", written.FailureWindowHours),
    };
}
