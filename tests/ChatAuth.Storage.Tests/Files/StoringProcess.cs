using System.Diagnostics;
using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

/// <summary>Another process that saves one entry after another, and says each id once it is saved.</summary>
internal static class StoringProcess
{
    /// <summary>Starts it.</summary>
    /// <param name="work"><c>add</c> keeps all its entries; <c>turn</c> removes the one before with each, and orders the new one alone.</param>
    /// <param name="state">The state directory.</param>
    /// <param name="writer">With <c>add</c>, what its entries are called; with <c>turn</c>, the number of the first.</param>
    /// <param name="count">How many entries.</param>
    public static Process Start(string work, string state, string writer, int count) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!, [typeof(StoringProcess).Assembly.Location, work, state, writer, count.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
    })!;

    public static StoredCredential Entry(string id)
    {
        var profile = ProfileId.Parse(id);
        return new(profile, profile.Provider, new Credential.ApiKey(Secret.TryCreate($"sk-ant-api03-FAKE-{profile.Name}", out var key) ? key : null));
    }

    public static int NumberOf(StoredCredential entry) => int.Parse(entry.Id.Name.Split('-')[^1], CultureInfo.InvariantCulture);

    public static Task AddAsync(string state, string writer, int count) =>
        RunAsync(state, Enumerable.Range(0, count).Select(number => Entry($"anthropic:{writer}-{number}")), (_, entry) => [new CredentialEdit.Put(entry)]);

    public static Task TurnAsync(string state, string first) =>
        RunAsync(state, Enumerable.Range(int.Parse(first, CultureInfo.InvariantCulture), 1_000_000).Select(number => Entry($"anthropic:turn-{number}")), (own, entry) =>
        [
            .. own.Credentials.Where(stored => stored.Id.Name.StartsWith("turn-", StringComparison.Ordinal)).Select(stored => new CredentialEdit.Remove(stored.Id)),
            new CredentialEdit.Put(entry),
            new CredentialEdit.SetOrder(entry.Provider, [entry.Id]),
        ]);

    private static async Task RunAsync(
        string state, IEnumerable<StoredCredential> entries, Func<CredentialSet, StoredCredential, IReadOnlyList<CredentialEdit>> decide)
    {
        var store = new CredentialFileStore(new StateDirectory(state), new FileStoreOptions(), TimeProvider.System);
        foreach (var entry in entries)
        {
            await store.EditAsync(AgentId.Main, own => decide(own, entry), default);
            await Console.Out.WriteLineAsync(entry.Id.ToString());
            await Console.Out.FlushAsync();
        }
    }
}
