using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>Borrows the login of a program now, and says what became of it.</summary>
internal static class ImportReport
{
    /// <summary>Looks at every source.</summary>
    /// <returns>The outcome of the one that is named.</returns>
    public static async Task<ImportOutcome> UpdateAsync(CliHost host, string source, CancellationToken cancellationToken)
    {
        var outcomes = await host.Get<ImportUpdater>().UpdateAsync(addNew: true, cancellationToken).ConfigureAwait(false);
        return outcomes.First(outcome => outcome.Source == source);
    }

    /// <param name="host">Where to write.</param>
    /// <param name="outcome">What the look came to.</param>
    /// <param name="edit">What became of its acceptance in the configuration; null where that is not told.</param>
    public static void Write(CliHost host, ImportOutcome outcome, StateFileEdit? edit = null)
    {
        if (host.Json)
        {
            JsonOutput.Write(host.Output, json =>
            {
                json.WriteString("source", outcome.Source);
                json.WriteString("profileId", outcome.Profile.ToString());
                json.WriteString("result", Kebab.Of(outcome.Result));
                json.WriteString("why", outcome.Why);
            });
            return;
        }
        host.Output.WriteLine($"Profile  {outcome.Profile}, the login of {outcome.Program}");
        host.Output.WriteLine($"Result   {Kebab.Of(outcome.Result)}{(outcome.Why is { } why ? $": {why}" : "")}");
        if (edit is { IsSaved: true })
        {
            host.Output.WriteLine("Accepted it is chosen automatically from now on.");
            host.Output.WriteLine($"Config   {host.Get<StatePaths>().Configuration}");
        }
        if (outcome.Code is { } code) host.Output.WriteLine($"Store    {code.Message} {code.Remedy}");
        host.Output.WriteLine($"Next     {Next(host, outcome)}");
    }

    /// <summary>Whether there is a login now that can be pinned.</summary>
    public static bool IsThere(ImportOutcome outcome) =>
        outcome.Result is ImportResult.Added or ImportResult.Kept or ImportResult.Renewed or ImportResult.AccountChanged or ImportResult.Unproven;

    private static string Next(CliHost host, ImportOutcome outcome) => outcome.Result switch
    {
        ImportResult.Nothing or ImportResult.Ended or ImportResult.Refused or ImportResult.Unusable => outcome.SignInCommand,
        ImportResult.NotSaved => "chatauth doctor",
        ImportResult.Removed => $"chatauth models auth accept {outcome.Source}, which brings it back",
        _ when host.Get<ChatAuthSettings>().Imports.GetValueOrDefault(outcome.Source) is not { Accepted: true } =>
            $"chatauth models auth accept {outcome.Source}, so that it is chosen automatically; it can be pinned in any case",
        _ => "chatauth models status",
    };
}
