using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Cli.Onboarding;

/// <summary>Does what was decided: credentials first, each store in one step, then the configuration in one step. Done twice it does nothing more.</summary>
internal sealed class OnboardStore(CliHost host, OnboardPlan plan, Found found)
{
    public async Task<OnboardResult> RunAsync(CancellationToken cancellationToken)
    {
        var agents = plan.TakesClawdbot ? found.NewAccounts : [];
        var stored = new List<(AgentId Agent, StoredCredential Entry)>();
        var main = agents.FirstOrDefault(agent => agent.Agent.IsMain);
        await EditAsync(AgentId.Main, main, [.. plan.Keys, .. main?.Accounts.Select(account => account.Entry) ?? []], plan.Given, stored, cancellationToken).ConfigureAwait(false);
        foreach (var agent in agents.Where(agent => !agent.Agent.IsMain))
        {
            await EditAsync(agent.Agent, agent, [.. agent.Accounts.Select(account => account.Entry)], null, stored, cancellationToken).ConfigureAwait(false);
        }
        var edit = await ConfigureAsync(cancellationToken).ConfigureAwait(false);
        await host.RestartAsync().ConfigureAwait(false);
        var imports = host.All<ImportUpdater>().FirstOrDefault() is { } updater ? await updater.UpdateAsync(addNew: true, cancellationToken).ConfigureAwait(false) : [];
        return new(
            stored, edit, [.. agents.SelectMany(agent => agent.Accounts).Where(account => account.WithoutRefresh).Select(account => account.Entry)],
            plan.TakesClawdbot ? found.Clawdbot!.Unmapped : [], imports);
    }

    private async Task EditAsync(
        AgentId agent, ClawdbotAgent? from, IReadOnlyList<StoredCredential> entries, StoredCredential? given, List<(AgentId, StoredCredential)> stored, CancellationToken cancellationToken)
    {
        if (entries.Count == 0 && given is null && from is not { Orders.Count: > 0 }) return;
        var fingerprints = host.Get<Fingerprints>();
        var put = new List<StoredCredential>();
        await host.Get<ICredentialStore>().EditAsync(agent, Decide, cancellationToken).ConfigureAwait(false);
        stored.AddRange(put.Select(entry => (agent, entry)));

        IReadOnlyList<CredentialEdit> Decide(CredentialSet own)
        {
            put.Clear();
            put.AddRange(entries.Where(entry => entry.Id != given?.Id && own.Credentials.All(kept => kept.Id != entry.Id)).DistinctBy(entry => entry.Id));
            var before = own.Credentials.FirstOrDefault(kept => kept.Id == given?.Id);
            if (given is not null && !(before is not null && fingerprints.RevisionOf(before.Credential) == fingerprints.RevisionOf(given.Credential))) put.Add(given);
            var orders = (from?.Orders.Where(order => !own.Orders.ContainsKey(order.Key)) ?? []).ToDictionary();
            // As with paste-api-key: what a person gives is meant to be used.
            if (given is not null && own.Orders.TryGetValue(given.Provider, out var order)) orders[given.Provider] = [given.Id, .. order.Where(id => id != given.Id)];
            return [.. put.Select(entry => new CredentialEdit.Put(entry)), .. orders.Select(order => new CredentialEdit.SetOrder(order.Key, order.Value))];
        }
    }

    private async Task<StateFileEdit?> ConfigureAsync(CancellationToken cancellationToken)
    {
        StoredCredential[] described = [.. plan.Keys, .. plan.Given is { } given ? [given] : Array.Empty<StoredCredential>()];
        if (!plan.TakesClawdbot && described.Length == 0 && plan.Accepted.Count + plan.Declined.Count == 0 && plan.Model is null) return null;
        var imports = host.Get<ChatAuthSettings>().Imports;
        return await host.Get<StateFileEditor>().EditAsync(Change, cancellationToken).ConfigureAwait(false);

        void Change(StateFileDraft draft)
        {
            if (plan.TakesClawdbot) draft.TakeOver(found.Clawdbot!.Settings);
            foreach (var entry in described) draft.DescribeProfile(entry.Id, entry.Credential.Kind);
            foreach (var source in plan.Accepted) draft.PutImport((imports.GetValueOrDefault(source.Name) ?? new ImportSettings(source.Name)) with { Accepted = true, Removed = false });
            foreach (var source in plan.Declined) draft.PutImport(new ImportSettings(source.Name));
            if (plan.Model is { } model) draft.SetDefault(model);
        }
    }
}
