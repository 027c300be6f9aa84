using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using ChatAuth.Testing;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telemetry;

namespace ChatAuth.Core.Tests.Telemetry;

/// <summary>The table of instruments in <c>docs/operations.md</c> against the code.</summary>
public sealed partial class InstrumentsDocumentTests
{
    [Test]
    public async Task Table_has_every_instrument_with_its_kind_and_unit()
    {
        await using var world = new TestWorld();
        using var seen = new RecordedTelemetry(world.Services);

        var declared = seen.Instruments.Select(instrument => $"{instrument.Name} {KindOf(instrument)} {instrument.Unit}");

        Assert.That(Rows().Select(row => $"{row[1]} {row[2]} {row[3]}"), Is.EqualTo(declared));
    }

    [Test]
    public void Name_has_three_parts()
    {
        Assert.That(Rows().Select(row => row[1]), Is.All.Matches(@"^chatauth\.[a-z]+\.[a-z_]+$"));
    }

    [Test]
    public async Task Table_has_the_tags_that_are_given()
    {
        var given = new Dictionary<string, string>();
        await foreach (var measured in StoryAsync()) given[measured.Instrument] = string.Join(", ", measured.Tags.Keys);

        Assert.That(Rows().Where(row => given.ContainsKey(row[1])).Select(row => (row[1], row[4])), Is.EquivalentTo(given.Select(pair => (pair.Key, pair.Value))));
        Assert.That(given, Has.Count.EqualTo(Rows().Count()), "every instrument has a part in the story");
    }

    private static async IAsyncEnumerable<Measured> StoryAsync()
    {
        await using var refresh = new RefreshWorld();
        using var seen = new RecordedTelemetry(refresh.World.Services);
        var world = refresh.Put(TimeSpan.FromMinutes(-1)).World;
        await world.Ask("refreshed, chosen and answered", stream: true);
        world.Credentials.Login("anthropic:personal").Order("anthropic", "anthropic:work", "anthropic:personal");
        world.Vendor.Fail("anthropic:work", () => new Core.Chat.VendorException(Core.Errors.ErrorCode.VendorLimited, Core.Profiles.FailureReason.RateLimit));
        await world.Answer("cooled down and failed over");
        world.Credentials.Remove("anthropic:personal");
        world.Credentials.Key("anthropic:api").Order("anthropic", "anthropic:work", "anthropic:api");
        await world.Refusal("asked about");
        await world.Type("/model deny");
        foreach (var measured in seen.Measurements) yield return measured;
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0].ToLowerInvariant();

    private static IEnumerable<string[]> Rows() => Repository.Read("docs/operations.md").Split('\n').Where(line => Row().IsMatch(line))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries).Select(cell => cell.Replace("`", "", StringComparison.Ordinal)).ToArray());

    [GeneratedRegex(@"^\| `chatauth\.")]
    private static partial Regex Row();
}
