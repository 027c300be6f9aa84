using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Everything that can be chosen can be reached by taps alone, however much there is of it.</summary>
internal sealed class ButtonPagesTests
{
    private const int Count = 60;

    private static ChatAuthSettings Many(ChatAuthSettings settings) => settings with
    {
        AccessRules = [new("group", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-100"))],
        Catalog = new ModelCatalog(
            [.. Enumerable.Range(1, Count).Select(number => new CatalogModel(ModelRef.Parse($"{(number % 2 == 0 ? "openai" : "anthropic")}/m{number:00}"), []))],
            ModelRef.Parse("anthropic/m01"), []),
        Profiles = Enumerable.Range(1, Count).Select(number => ProfileId.Parse($"anthropic:a{number:00}")).ToDictionary(
            id => id, id => new ProfileSettings(id, LabelOf(id), null, null, new ProfileAudience(null, null, true))),
    };

    /// <summary>200 characters beyond the basic plane, of which only the last two tell labels apart.</summary>
    private static string LabelOf(ProfileId id) => string.Concat(Enumerable.Repeat("𝔸", 99)) + id.Name[1..];

    private static TestWorld World()
    {
        var world = new TestWorld(Many);
        for (var number = 1; number <= Count; number++) world.Credentials.Key($"anthropic:a{number:00}");
        return world;
    }

    private static CommandContext Alice(TestWorld world) => world.Shared(1) with { HasButtons = true };

    [Test]
    public async Task Every_account_is_reached_by_taps_only()
    {
        await using var world = World();
        var reached = new HashSet<string>();

        var page = await world.Tap<CommandReply.AccountPicker>((await world.Type("/model list", Alice(world))).Row("m03"), Alice(world));
        for (var number = 1; number <= page.Pages; number++)
        {
            Assert.That(page.Page, Is.EqualTo(number));
            Assert.That(page.Actions, Has.Count.LessThanOrEqualTo(12).And.All.Property("Token").Length.EqualTo(63));
            reached.UnionWith(page.Actions.Where(action => action.Profile is not null).Select(action => action.Shown!.Name));
            if (number == page.Pages) break;
            page = await world.Tap<CommandReply.AccountPicker>(page.Actions.Last(action => action.Kind is ReplyActionKind.Accounts), Alice(world));
        }
        var last = page.Actions.Last(action => action.Profile is not null);
        var pinned = await world.Tap<CommandReply.ChoiceChanged>(last, Alice(world));

        Assert.That(reached, Has.Count.EqualTo(Count));
        Assert.That(pinned.Resolution.Next!.Name, Is.EqualTo(last.Shown!.Name));
    }

    [Test]
    public async Task Page_has_as_many_choices_as_the_channel_says_and_accounts_are_numbered_through_all()
    {
        await using var world = World();
        var alice = Alice(world) with { ChoicesAPage = 25 };

        var list = await world.Type<CommandReply.Picker>("/model list", alice);
        var first = await world.Tap<CommandReply.AccountPicker>(list.Row("m03"), alice);
        var last = await world.Tap<CommandReply.AccountPicker>((await world.Tap<CommandReply.AccountPicker>(
            first.Actions.Last(action => action.Kind is ReplyActionKind.Accounts), alice)).Actions.Last(action => action.Kind is ReplyActionKind.Accounts), alice);

        Assert.That((list.Rows.Count, list.Pages, first.Accounts.Count, first.First), Is.EqualTo((25, 3, 25, 1)));
        Assert.That((last.Page, last.First, last.Accounts.Count), Is.EqualTo((3, 51, 10)));
    }

    [TestCase(null, Count)]
    [TestCase("openai", Count / 2)]
    public async Task Every_model_is_reached_by_taps_only(string? provider, int count)
    {
        await using var world = World();
        var reached = new HashSet<ModelRef>();

        var page = await world.Type<CommandReply.Picker>($"/model list {provider}", Alice(world));
        for (var number = 1; number <= page.Pages; number++)
        {
            Assert.That((page.Page, page.Provider?.Name), Is.EqualTo((number, provider)));
            reached.UnionWith(page.Actions.Where(action => action.Kind is ReplyActionKind.Pick).Select(action => action.Model!.Value));
            if (number == page.Pages) break;
            page = await world.Tap<CommandReply.Picker>(page.Actions.Last(action => action.Kind is ReplyActionKind.List), Alice(world));
        }

        Assert.That(reached, Has.Count.EqualTo(count));
    }

    [Test]
    public async Task Page_leads_back_to_the_one_before_it()
    {
        await using var world = World();
        var first = await world.Type<CommandReply.Picker>("/model list", Alice(world));
        var second = await world.Tap<CommandReply.Picker>(first.Button(ReplyActionKind.List), Alice(world));

        var back = await world.Tap<CommandReply.Picker>(second.Actions.First(action => action.Kind is ReplyActionKind.List), Alice(world));

        Assert.That(back.Rows.Select(row => row.Model.Ref), Is.EqualTo(first.Rows.Select(row => row.Model.Ref)));
    }

    [Test]
    public async Task Refusal_with_many_ways_out_offers_a_few_and_the_step_to_all()
    {
        await using var world = World();
        await world.Type("/model m03@a07", world.Shared(1));
        world.Credentials.Remove("anthropic:a07");

        var refusal = await world.Refusal("hello", Alice(world));
        var accounts = await world.Tap<CommandReply.AccountPicker>(refusal.Button(ReplyActionKind.Accounts), Alice(world));

        Assert.That(refusal.Actions.Count(action => action.Kind is ReplyActionKind.Select), Is.EqualTo(3));
        Assert.That(accounts.Pages, Is.EqualTo(8));
    }
}
