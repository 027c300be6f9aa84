using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth paste-token</c> and <c>paste-api-key</c>.</summary>
internal static class PasteCommand
{
    public static Command CreateForToken(CliHost host) =>
        Create(host, isToken: true, "paste-token", "Store a token that nobody refreshes, from a hidden prompt or standard input.");

    public static Command CreateForKey(CliHost host) =>
        Create(host, isToken: false, "paste-api-key", "Store an API key, from a hidden prompt or standard input.");

    private static Command Create(CliHost host, bool isToken, string name, string description)
    {
        var provider = OrderScope.ProviderOption();
        var id = ProfileOption.Create(isToken ? "PROVIDER:manual" : "PROVIDER:default");
        var lifetime = new Option<string?>("--expires-in") { Description = "For how long the token was issued: a number with ms, s, m, h, d or w; alone it counts days.", HelpName = "SPAN" };
        var sameAccount = new Option<bool>("--same-account") { Description = "It is another secret of the account that is stored: pins stay." };
        var agent = AgentScope.Option();
        var command = new Command(name, description) { provider, id, sameAccount, agent, Switches.Json() };
        if (isToken) command.Options.Insert(2, lifetime);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            host,
            new Paste(parsed.GetValue(provider), parsed.GetValue(id), isToken, isToken ? parsed.GetValue(lifetime) : null, parsed.GetValue(sameAccount), parsed.GetValue(agent)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, Paste paste, CancellationToken cancellationToken)
    {
        if (await KnownProviders.RefuseAsync(host, paste.Provider, paste.Agent, cancellationToken).ConfigureAwait(false) is { } unknown) return unknown;
        if (ProfileOption.Read(host, paste.Provider, paste.Id, paste.IsToken ? "manual" : "default", out var id) is { } wrong) return host.Fail(wrong, "--profile-id");
        var lifetime = TimeSpan.Zero;
        if (paste.Lifetime is { } span && !Lifetime.TryParse(span, out lifetime)) return host.Fail(ErrorCode.LifetimeInvalid, "--expires-in");
        var typed = await HiddenPrompt.ReadAsync(host, $"The {(paste.IsToken ? "token" : "API key")} for {id}", cancellationToken).ConfigureAwait(false);
        if (SecretInput.Read(typed, paste.Provider, paste.IsToken, out var secret) is { } fault) return host.Fail(fault);
        Credential credential = paste.IsToken
            ? new Credential.Token(secret, paste.Lifetime is null ? null : host.Now + lifetime)
            : new Credential.ApiKey(secret);
        var deposit = new Deposit(paste.Agent, new StoredCredential(id, paste.Provider, credential), paste.IsSameAccount);
        return await deposit.RunAsync(host, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was asked for.</summary>
    private sealed record Paste(ProviderId Provider, string? Id, bool IsToken, string? Lifetime, bool IsSameAccount, AgentId Agent);
}
