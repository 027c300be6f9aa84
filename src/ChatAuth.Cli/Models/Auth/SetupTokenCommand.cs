using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth setup-token</c>.</summary>
internal static class SetupTokenCommand
{
    private static readonly string[] Program = ["claude", "setup-token"];
    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    public static Command Create(CliHost host)
    {
        var provider = new Option<ProviderId>("--provider")
        {
            Description = "The provider: anthropic, the only one with such tokens.",
            HelpName = "NAME",
            CustomParser = result =>
            {
                if (!ProviderId.TryParse(result.Tokens[0].Value, out var named) || named != Anthropic) result.AddError("not a provider with such tokens");
                return named;
            },
        };
        var yes = Switches.Yes();
        var command = new Command("setup-token", "Run claude setup-token here, and store what it makes.") { provider, yes };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(yes), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, bool isAnswered, CancellationToken cancellationToken)
    {
        if (!host.Input.IsTerminal) return host.Fail(ErrorCode.TerminalMissing);
        if (await Confirmation.AskAsync(host, "Run claude setup-token now?", isAnswered, cancellationToken, usual: true).ConfigureAwait(false) is { } missing) return host.Fail(missing);
        var sources = host.All<ICredentialSource>().Where(source => source.Profile.Provider == Anthropic).ToList();
        var before = sources.Select(source => source.FindMark()).ToList();
        switch (await host.RunProgram(Program, cancellationToken).ConfigureAwait(false))
        {
            case null: return host.Fail(ErrorCode.ProgramMissing);
            case not 0: return host.Fail(ErrorCode.ProgramFailed);
        }
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i].FindMark() is { } mark && mark != before[i]) return await BorrowAsync(host, sources[i], cancellationToken).ConfigureAwait(false);
        }
        return await PasteAsync(host, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Who signs in here for this installation wants to be paid for by that login: so it is accepted.</summary>
    private static async Task<int> BorrowAsync(CliHost host, ICredentialSource source, CancellationToken cancellationToken)
    {
        var outcome = await ImportReport.UpdateAsync(host, source.Name, cancellationToken).ConfigureAwait(false);
        var isThere = ImportReport.IsThere(outcome);
        var edit = isThere ? await Acceptance.TryWriteAsync(host, source.Name, cancellationToken).ConfigureAwait(false) : null;
        ImportReport.Write(host, outcome, edit);
        return isThere ? ExitCodes.Ok : (outcome.Code ?? ErrorCode.ProgramFailed).ExitCode;
    }

    /// <summary>It printed the token and stored none.</summary>
    private static async Task<int> PasteAsync(CliHost host, CancellationToken cancellationToken)
    {
        var typed = await HiddenPrompt.ReadAsync(host, "The token that it printed", cancellationToken).ConfigureAwait(false);
        if (SecretInput.Read(typed, Anthropic, isToken: true, out var secret) is { } fault) return host.Fail(fault);
        var entry = new StoredCredential(new ProfileId(Anthropic, "manual"), Anthropic, new Credential.Token(secret, null));
        return await new Deposit(AgentId.Main, entry).RunAsync(host, cancellationToken).ConfigureAwait(false);
    }
}
