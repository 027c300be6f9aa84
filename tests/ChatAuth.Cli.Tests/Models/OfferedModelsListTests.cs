using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Cli.Tests.Models;

/// <summary><c>models list</c> offline, with what vendors said before.</summary>
internal sealed class OfferedModelsListTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public async Task SetUp()
    {
        _installation = new TestInstallation();
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        await using var services = _installation.Assemble();
        var roster = await services.GetRequiredService<RosterSource>().LoadAsync(default, _installation.Now, default);
        await _installation.Listings.SaveAsync([new ModelListing(
            ListingKey.Of(roster.All.Single().Profile), _installation.Now.AddHours(-3), [new OfferedModel("claude-x", "Claude X")], IsComplete: true)], default);
    }

    [Test]
    public async Task Offered_models_follow_with_the_age_of_the_list()
    {
        var run = await _installation.RunAsync("models list");

        Assert.That(run.Output, Is.EqualTo("""
            anthropic/claude-opus-4-5  opus  (default, not in the list of anthropic:work)
            anthropic/claude-x  Claude X  (offered)

            anthropic:work  1 model, 3h 0m ago

            """.ReplaceLineEndings("\n")));
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Plain_has_only_the_models() =>
        Assert.That((await _installation.RunAsync("models list --plain")).Output, Is.EqualTo("anthropic/claude-opus-4-5\nanthropic/claude-x\n"));

    [Test]
    public async Task Json_carries_the_list_and_its_moment()
    {
        var root = JsonDocument.Parse((await _installation.RunAsync("models list --json")).Output).RootElement;

        var listing = root.GetProperty("listings").EnumerateArray().Single();
        Assert.That(listing.GetRawText().Where(c => !char.IsWhiteSpace(c)), Is.EqualTo(
            $$"""{"profileId":"anthropic:work","provider":"anthropic","at":{{_installation.Now.AddHours(-3).ToUnixTimeMilliseconds()}},"models":1}"""));
        Assert.That(root.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("configured").GetBoolean()), Is.EqualTo(new[] { true, false }));
        Assert.That(root.GetProperty("models")[0].GetProperty("notOfferedTo")[0].GetString(), Is.EqualTo("anthropic:work"));
        Assert.That(root.GetProperty("listingsFault").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Provider_narrows_the_list()
    {
        _installation.Agents.Put("openai:team", TestInstallation.Key());

        var run = await _installation.RunAsync("models list --provider openai");

        Assert.That(run.Output, Is.EqualTo("openai/gpt-5.2  gpt\n"));
    }

    [TestCase("nobody")]
    [TestCase("a:b")]
    public async Task Provider_that_is_not_known_is_refused(string provider) =>
        Assert.That((await _installation.RunAsync($"models list --provider {provider}")).ExitCode, Is.EqualTo(64));

    [Test]
    public async Task Cache_that_cannot_be_read_is_a_finding_and_the_configuration_is_listed()
    {
        var broken = new Mock<IListingCache>();
        broken.Setup(cache => cache.Load()).Returns(new CachedListings([], "/state/models.json: It is damaged."));
        _installation.Listings = broken.Object;

        var run = await _installation.RunAsync("models list");

        Assert.That(run.Output, Is.EqualTo(
            "anthropic/claude-opus-4-5  opus  (default)\nWhat vendors said last counts as nothing. /state/models.json: It is damaged. Run: chatauth models list --refresh\n"));
        Assert.That(run.ExitCode, Is.Zero);
    }
}
