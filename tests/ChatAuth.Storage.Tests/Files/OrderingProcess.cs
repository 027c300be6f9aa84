using System.Diagnostics;
using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

/// <summary>Another process that saves one order after another, each of a provider of its own, and says each provider once its order is saved.</summary>
internal static class OrderingProcess
{
    public static Process Start(string state, string writer, int count) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!, [typeof(OrderingProcess).Assembly.Location, "order", state, writer, count.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
    })!;

    public static async Task RunAsync(string state, string writer, int count)
    {
        var store = new CredentialFileStore(new StateDirectory(state), new FileStoreOptions(), TimeProvider.System);
        for (var i = 0; i < count; i++)
        {
            var provider = ProviderId.Parse($"{writer}-{i}");
            await store.EditAsync(AgentId.Main, _ => [new CredentialEdit.SetOrder(provider, [new ProfileId(provider, "only")])], default);
            await Console.Out.WriteLineAsync(provider.Name);
            await Console.Out.FlushAsync();
        }
    }
}
