using System.CommandLine;
using System.Globalization;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models auth order set</c>.</summary>
internal static class OrderSetCommand
{
    public static Command Create(CliHost host)
    {
        var ids = new Argument<string[]>("PROFILE") { Description = "Profile ids, first choice first.", Arity = ArgumentArity.OneOrMore };
        var provider = OrderScope.ProviderOption();
        var agent = AgentScope.Option();
        var json = Switches.Json();
        var command = new Command("set", "Set the order. Profiles that it does not list are never chosen automatically.") { ids, provider, agent, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(host, parsed.GetValue(agent), parsed.GetValue(provider), parsed.GetRequiredValue(ids), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, AgentId agent, ProviderId provider, string[] typed, CancellationToken cancellationToken)
    {
        if (await OrderScope.FindAsync(host, agent, provider, cancellationToken).ConfigureAwait(false) is not { } scope) return OrderScope.Unknown(host);
        IReadOnlyList<StoredCredential> known = [.. scope.Agent.Credentials.Credentials, .. host.Get<IEnvironmentKeys>().Read().Credentials];
        var order = new List<ProfileId>();
        for (var i = 0; i < typed.Length; i++)
        {
            var (id, wrong) = Find(typed[i], provider, known);
            if (wrong is not null) return host.Fail(wrong, string.Create(CultureInfo.InvariantCulture, $"profile {i + 1} of {typed.Length}"));
            if (!order.Contains(id)) order.Add(id);
        }
        await host.Get<ICredentialStore>().EditAsync(agent, _ => [new CredentialEdit.SetOrder(provider, order)], cancellationToken).ConfigureAwait(false);
        var saved = scope with { Order = new ProfileOrder(order, "store") };
        if (host.Json) saved.WriteJson(host);
        else host.Output.WriteLine($"The order of {provider} is now {string.Join(", ", order)}.");
        return ExitCodes.Ok;
    }

    private static (ProfileId Id, ErrorCode? Wrong) Find(string typed, ProviderId provider, IReadOnlyList<StoredCredential> known)
    {
        if (!ProfileId.TryParse(typed.AsSpan().Trim(), out var id)) return (id, ErrorCode.ProfileUnknown);
        var meant = known.FirstOrDefault(credential => credential.Id == id);
        return (id, meant is null ? ErrorCode.ProfileUnknown : meant.Provider == provider ? null : ErrorCode.ProfileOfOtherProvider);
    }
}
