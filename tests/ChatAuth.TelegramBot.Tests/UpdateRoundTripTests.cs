using System.Text.Json;
using ChatAuth.Testing;
using ChatAuth.Testing.Contracts.Channels.Telegram;
using Telegram.Bot;

namespace ChatAuth.TelegramBot.Tests;

/// <summary>An update that the library read and wrote down again is to the channel what Telegram told.</summary>
internal sealed class UpdateRoundTripTests
{
    /// <summary>One has numbers that the library cannot read.</summary>
    private static IEnumerable<TestCaseData> Samples => Repository.List("tests/ChatAuth.Channels.Tests/Telegram/Updates", "*.json")
        .Where(path => !path.EndsWith("private-large-ids.json", StringComparison.Ordinal))
        .Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileNameWithoutExtension(path)));

    [TestCaseSource(nameof(Samples))]
    public void Update_is_read_alike(string path)
    {
        var told = Repository.Read(path);

        var written = JsonSerializer.Serialize(LibraryStage.Read(told), JsonBotAPI.Options);

        Assert.That(Reading(written), Is.EqualTo(Reading(told)));
    }

    private static string Reading(string json) => TelegramReading.Of(json, 7000000001, "SampleModelBot");
}
