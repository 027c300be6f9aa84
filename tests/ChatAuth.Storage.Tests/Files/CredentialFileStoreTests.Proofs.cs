using System.Globalization;
using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing;

namespace ChatAuth.Storage.Tests.Files;

public sealed partial class CredentialFileStoreTests
{
    [Test, Proof]
    public async Task Put_by_eight_processes_loses_none()
    {
        Seed(AgentId.Main, Key(Work));
        var writers = Enumerable.Range(0, 8).Select(writer => StoringProcess.Start("add", _state.Root, $"w{writer}", 25)).ToList();

        var saved = await Task.WhenAll(writers.Select(writer => writer.StandardOutput.ReadToEndAsync()));

        var set = await LoadAsync();
        Assert.That(saved.SelectMany(Lines).Count(), Is.EqualTo(200));
        Assert.That(set.Credentials, Is.EquivalentTo(saved.SelectMany(Lines).Select(StoringProcess.Entry).Append(Key(Work))));
    }

    /// <summary>
    /// Each save of the writer takes its last entry, adds the next and names that alone in the order: a torn or half-applied one would show.
    /// A hundred kills; <c>CHATAUTH_KILLS=1000</c> makes them a thousand.
    /// </summary>
    [Test, Proof]
    public async Task Edit_survives_a_kill_at_any_moment()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("CHATAUTH_KILLS") ?? "100", CultureInfo.InvariantCulture);
        Seed(AgentId.Main, Key(Home));
        var lastKnown = -1;
        for (var round = 0; round < kills; round++)
        {
            using var writer = StoringProcess.Start("turn", _state.Root, $"{lastKnown + 1}", int.MaxValue);
            for (var line = 0; line <= round % 3; line++) await writer.StandardOutput.ReadLineAsync();
            Thread.SpinWait(round % 50 * 4000); // the kill falls on another moment of a write each time
            writer.Kill();
            var saved = Lines(await writer.StandardOutput.ReadToEndAsync());
            await writer.WaitForExitAsync();

            using var document = JsonDocument.Parse(File.ReadAllBytes(_state.Store));
            var set = await LoadAsync();
            var turn = set.Credentials[^1];
            var number = StoringProcess.NumberOf(turn);

            Assert.That(set.Credentials, Is.EqualTo(new[] { Key(Home), StoringProcess.Entry(turn.Id.ToString()) }));
            Assert.That(set.Orders[Anthropic], Is.EqualTo(new[] { turn.Id }));
            Assert.That(number, Is.GreaterThan(lastKnown));
            if (saved is [.., var last]) Assert.That(turn.Id.ToString() == last || number == StoringProcess.NumberOf(StoringProcess.Entry(last)) + 1, $"{turn.Id} after {last}");
            lastKnown = number;
        }
    }

    [Test, Proof]
    public async Task Edit_after_a_kill_leaves_no_temporary_file()
    {
        using (var writer = StoringProcess.Start("turn", _state.Root, "0", int.MaxValue))
        {
            await writer.StandardOutput.ReadLineAsync();
            writer.Kill();
            await writer.WaitForExitAsync();
        }

        await EditAsync(new CredentialEdit.Put(Key(Home)));

        Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(_state.Store)!).Select(Path.GetFileName), Is.EquivalentTo(new[]
        {
            "auth-profiles.json", "auth-profiles.json.chatauth-lock",
        }));
    }

    [Test, Proof]
    public async Task Edit_makes_the_file_durable_then_renames_it_then_makes_the_directory_durable()
    {
        Seed(AgentId.Main, Key(Work));
        await EditAsync(new CredentialEdit.Put(Key(Home)));
        using var trace = await SystemCallTrace.AttachAsync("fsync,rename", Path.GetDirectoryName(_state.Store)!);

        await EditAsync(new CredentialEdit.Remove(Home));

        Assert.That(trace.Detach(), Is.EqualTo(new[] { "fsync file", "rename", "fsync directory" }));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
