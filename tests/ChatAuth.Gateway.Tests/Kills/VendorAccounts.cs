using ChatAuth.Testing.Vendors;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>Four accounts at one vendor and one at another, and the state directory of a bot that has them.</summary>
internal static class VendorAccounts
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The accounts, and what selects each in a chat.</summary>
    public static IReadOnlyList<(string Profile, string Selector)> All { get; } =
    [
        ("anthropic:one", "opus@one"), ("anthropic:two", "sonnet@two"), ("anthropic:three", "opus@three"), ("anthropic:four", "sonnet@four"), ("local:five", "mini@five"),
    ];

    /// <summary>Whose secret a vendor was shown.</summary>
    public static string ProfileOf(string? secret) => All.Single(account => SecretOf(account.Profile) == secret).Profile;

    /// <summary>Two subscriptions, two keys and a server of the operator's own, in an explicit order, with a model of that server to fall back to.</summary>
    public static void Install(string state, FakeVendor vendor)
    {
        var agent = Path.Combine(state, "agents", "main", "agent");
        foreach (var directory in (string[])[state, Path.Combine(state, "agents"), Path.Combine(state, "agents", "main"), agent])
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
            else Directory.CreateDirectory(directory, OwnerOnly);
        }
        Write(Path.Combine(agent, "auth-profiles.json"), $$"""{ "version": 1, "profiles": { {{string.Join(", ", All.Select(account => Entry(account.Profile, vendor)))}} } }""");
        Write(Path.Combine(state, "chatauth.json"), $$"""
            { "ChatAuth": {
              "Model": { "TimeoutSeconds": 6, "Fallbacks": ["local/mini-1"], "Aliases": [{ "Id": "mini", "Model": "local/mini-1" }] },
              "Providers": [
                { "Id": "anthropic", "BaseUrl": "{{vendor.BaseUrl}}" },
                { "Id": "local", "BaseUrl": "{{vendor.BaseUrl}}v1", "Api": "openai-completions" }
              ],
              "Auth": {
                "Orders": [{ "Provider": "anthropic", "Profiles": ["anthropic:one", "anthropic:two", "anthropic:three", "anthropic:four"] }],
                "Profiles": [{{string.Join(", ", All.Select(account => $$"""{ "Id": "{{account.Profile}}", "Billing": "{{BillingOf(account.Profile)}}" }"""))}}]
              }
            } }
            """);
    }

    private static string SecretOf(string profile) => $"sk-FAKE-{profile.Replace(':', '-')}";

    private static bool IsSubscription(string profile) => profile is "anthropic:one" or "anthropic:two";

    private static string BillingOf(string profile) => IsSubscription(profile) ? "subscription" : "metered";

    private static string Entry(string profile, FakeVendor vendor)
    {
        var (type, field) = IsSubscription(profile) ? ("token", "token") : ("api_key", "key");
        var origin = vendor.BaseUrl.GetLeftPart(UriPartial.Authority);
        return $$"""
            "{{profile}}": { "type": "{{type}}", "provider": "{{profile.Split(':')[0]}}", "{{field}}": "{{SecretOf(profile)}}", "chatauth": { "origin": "{{origin}}" } }
            """;
    }

    private static void Write(string path, string text)
    {
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
