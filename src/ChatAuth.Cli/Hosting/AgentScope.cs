using System.CommandLine;
using System.CommandLine.Parsing;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Cli.Hosting;

/// <summary>
/// The agent that a command is about, and its store. The name of an agent that has nothing of its own is never shown: as far as anybody knows it is
/// a mistyped argument. What it can use is the main agent's, so that is the store that is named.
/// </summary>
/// <param name="Agent">The agent.</param>
/// <param name="Credentials">What it can use.</param>
/// <param name="HasOwn">It is the main agent, or its own store holds something.</param>
/// <param name="StorePath">The store that is read.</param>
internal sealed record AgentScope(AgentId Agent, CredentialSet Credentials, bool HasOwn, string StorePath)
{
    /// <summary>The directory of that store.</summary>
    public string Directory => Path.GetDirectoryName(StorePath) ?? "";

    /// <summary>The agent's name where it may be shown.</summary>
    public string? Name => HasOwn ? Agent.Name : null;

    public static Option<AgentId> Option() => new("--agent")
    {
        Description = "The agent whose credentials are meant. Default: main.",
        HelpName = "ID",
        CustomParser = Parse,
    };

    public static async Task<AgentScope> LoadAsync(CliHost host, AgentId agent, CancellationToken cancellationToken)
    {
        var store = host.Get<ICredentialStore>();
        var set = await store.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        var own = agent.IsMain
            || set.Credentials.Any(credential => !credential.Inherited)
            || set.Orders.Count > set.InheritedOrders.Count;
        var read = own ? set : await store.LoadAsync(AgentId.Main, cancellationToken).ConfigureAwait(false);
        return new AgentScope(agent, set, own, read.Location);
    }

    private static AgentId Parse(ArgumentResult result)
    {
        var typed = result.Tokens[0].Value;
        if (!AgentId.TryParse(typed, out var agent) || SecretInput.IsSuspect(typed)) result.AddError("not an agent");
        return agent;
    }
}
