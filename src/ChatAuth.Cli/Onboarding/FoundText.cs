using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Cli.Onboarding;

/// <summary>What was found, in words: names and places, and no character of a secret.</summary>
internal static class FoundText
{
    public static void Write(CliHost host, Found found)
    {
        host.Output.WriteLine("Found");
        foreach (var stored in found.Stored) Line("stored", $"{stored.Id}, {stored.Credential.Kind}");
        foreach (var key in found.Environment) Line("environment", $"{CleanText.Name(key.Source)}, for {key.Provider}");
        foreach (var login in found.Logins.Where(login => login.Reading is not SourceReading.Nothing)) Line(login.Source.Program, Describe(host, login));
        if (found.Clawdbot is { } clawdbot) WriteClawdbot(clawdbot, found.NewAccounts);
        if (found.Stored.Count + found.Environment.Count == 0 && found.Clawdbot is null && found.Logins.All(login => login.Reading is SourceReading.Nothing)) host.Output.WriteLine("  nothing");
        host.Output.WriteLine();

        void Line(string what, string says) => host.Output.WriteLine($"  {what.PadRight(12)} {says}");

        void WriteClawdbot(ClawdbotReading reading, IReadOnlyList<ClawdbotAgent> news)
        {
            var count = news.Sum(agent => agent.Accounts.Count);
            Line("Clawdbot", $"{CleanText.Name(reading.Directory)}, {(count == 0 && reading.Settings.IsEmpty ? "nothing that is new here" : count == 1 ? "1 new credential" : $"{count} new credentials")}");
            foreach (var endpoint in reading.Settings.Endpoints.Where(endpoint => endpoint.BaseUrl is not null))
                Line("", $"it sends the keys of {endpoint.Provider} to {CleanText.Name(endpoint.BaseUrl!.GetLeftPart(UriPartial.Authority))}");
            foreach (var key in reading.Unmapped.Where(key => key.Reason is UnmappedReason.OtherAddress))
                Line("", $"its {CleanText.Name(key.Path)} would send keys that are here already to another address, and is left out");
            foreach (var fault in reading.Faults) Line("", CleanText.Name(fault));
        }
    }

    private static string Describe(CliHost host, FoundLogin login) => (login.Reading, login.Said) switch
    {
        (SourceReading.Unusable unusable, _) => CleanText.Name($"cannot be used: {unusable.Why}"),
        (_, { Removed: true }) => "a login that was removed here and stays away",
        (SourceReading.Login { Credential.Expires: { } ends }, _) when ends <= host.Now => $"a login that has ended; {login.Source.SignInCommand} renews it",
        (_, { Accepted: true }) => "a login, accepted",
        _ => $"a login, as {login.Source.Profile}",
    };
}
