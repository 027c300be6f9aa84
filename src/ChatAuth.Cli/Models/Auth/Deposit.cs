using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>Stores a credential that a person brought, describes it in the configuration, and says what became of it.</summary>
/// <param name="Agent">Whose store.</param>
/// <param name="Entry">The credential.</param>
/// <param name="IsSameAccount">A person says that it is the account of what it takes the place of.</param>
internal sealed record Deposit(AgentId Agent, StoredCredential Entry, bool IsSameAccount = false)
{
    /// <summary>What speaks against taking the place of what is stored; null where nothing does. Default: nothing ever.</summary>
    public Func<StoredCredential, ErrorCode?>? Objection { get; init; }

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CliHost host, CancellationToken cancellationToken)
    {
        var endpoint = host.Get<ChatAuthSettings>().Catalog.FindEndpoint(Entry.Provider)?.BaseUrl;
        var entry = Entry with { Origin = EndpointOrigin.Of(Entry.Provider, endpoint) };
        var fingerprints = host.Get<Fingerprints>();
        var store = host.Get<ICredentialStore>();
        StoredCredential? before = null, after = null;
        ErrorCode? objection = null;
        var saved = await store.EditAsync(Agent, Decide, cancellationToken).ConfigureAwait(false);
        if (after is null) return host.Fail(objection ?? ErrorCode.AccountUnproven);
        var edit = await DescribeAsync(host, cancellationToken).ConfigureAwait(false);
        var effect = before is null ? DepositEffect.Added
            : fingerprints.PayerOf(before, endpoint) == fingerprints.PayerOf(after, endpoint) ? DepositEffect.SamePayer
            : DepositEffect.OtherPayer;
        new DepositReport(after, saved.Location, effect, edit).Write(host);
        return ExitCodes.Ok;

        IReadOnlyList<CredentialEdit> Decide(CredentialSet own)
        {
            before = own.Credentials.FirstOrDefault(stored => stored.Id == entry.Id);
            objection = before is null ? null : Objection?.Invoke(before);
            if (objection is not null) return [];
            after = fingerprints.Succeed(before, entry, IsSameAccount);
            if (after is null) return [];
            return own.Orders.TryGetValue(entry.Provider, out var order)
                ? [new CredentialEdit.Put(after), new CredentialEdit.SetOrder(entry.Provider, [entry.Id, .. order.Where(id => id != entry.Id)])]
                : [new CredentialEdit.Put(after)];
        }
    }

    /// <summary>The credential is stored by now: a file that is written by hand only gets a note of what to write.</summary>
    private async Task<StateFileEdit> DescribeAsync(CliHost host, CancellationToken cancellationToken)
    {
        try
        {
            return await host.Get<StateFileEditor>().EditAsync(draft => draft.DescribeProfile(Entry.Id, Entry.Credential.Kind), cancellationToken).ConfigureAwait(false);
        }
        catch (ChatAuthException byHand) when (byHand.Code == ErrorCode.ConfigurationByHand)
        {
            host.Error.WriteLine($"note: {byHand.Detail}");
            return new StateFileEdit(IsSaved: false, []);
        }
    }
}
