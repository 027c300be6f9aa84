using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.OAuth;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth login</c>.</summary>
internal static class LoginCommand
{
    private const string Unnamed = "login";

    public static Command Create(CliHost host)
    {
        var provider = OrderScope.ProviderOption();
        var id = ProfileOption.Create("PROVIDER: and the account's e-mail, or login");
        var noBrowser = new Option<bool>("--no-browser") { Description = "Only print the address." };
        var replace = new Option<bool>("--replace") { Description = "Take the place of another account under that profile." };
        var agent = AgentScope.Option();
        var command = new Command("login", "Sign in at a provider by OAuth, with the client that Auth:OAuth names.") { provider, id, noBrowser, replace, agent, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            host,
            new Login(parsed.GetValue(provider), parsed.GetValue(id), !parsed.GetValue(noBrowser), parsed.GetValue(replace), parsed.GetValue(agent)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, Login login, CancellationToken cancellationToken)
    {
        if (ProfileOption.Read(host, login.Provider, login.Id, Unnamed, out var id) is { } wrong) return host.Fail(wrong, "--profile-id");
        if (host.Get<ChatAuthSettings>().OAuth.GetValueOrDefault(login.Provider) is not { CanSignIn: true } issuer) return host.Fail(ErrorCode.SignInUnconfigured);
        var request = new SignInRequest(issuer, id, url => Show(host, url, login.OpensBrowser, cancellationToken))
        {
            Paste = host.Input.IsTerminal ? cancelled => HiddenPrompt.ReadAsync(host, "Or paste the address that the browser ends at", cancelled) : null,
        };
        var result = await host.Get<SignIn>().RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (result is SignInResult.Failed failed) return host.Fail(failed.Code, failed.Detail);
        var completed = (SignInResult.Completed)result;
        if (completed.MissingScopes.Count > 0) host.Error.WriteLine($"note: {completed.MissingScopes.Count} of the scopes in Auth:OAuth were not granted.");
        var entry = completed.Credential with { Id = login.Id is null ? NameOf(host, login.Provider, completed.Credential.Email) ?? id : id };
        var deposit = new Deposit(login.Agent, entry) { Objection = before => login.Replaces || IsSuccessor(before, entry) ? null : ErrorCode.AccountOther };
        return await deposit.RunAsync(host, cancellationToken).ConfigureAwait(false);
    }

    private static void Show(CliHost host, Uri url, bool opensBrowser, CancellationToken cancellationToken)
    {
        host.Error.WriteLine("Open this address in a browser, and sign in as the account that shall pay:");
        host.Error.WriteLine(url.AbsoluteUri);
        if (opensBrowser && host.Input.IsTerminal) _ = host.RunProgram([OperatingSystem.IsMacOS() ? "open" : "xdg-open", url.AbsoluteUri], cancellationToken);
    }

    /// <summary>An account that is not proven takes the place of another login, and pins on it break; one that is proven to be another does not.</summary>
    private static bool IsSuccessor(StoredCredential before, StoredCredential entry) =>
        before.Credential is Credential.OAuth && (before.Account is null || entry.Account is null || before.Account == entry.Account);

    private static ProfileId? NameOf(CliHost host, ProviderId provider, string? email) =>
        email is not null && ProfileOption.Read(host, provider, $"{provider}:{email}", Unnamed, out var id) is null ? id : null;

    /// <summary>What was asked for.</summary>
    private sealed record Login(ProviderId Provider, string? Id, bool OpensBrowser, bool Replaces, AgentId Agent);
}
