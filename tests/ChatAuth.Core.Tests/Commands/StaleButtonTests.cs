using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>A button whose label is not true any more gets the list afresh, and never another effect.</summary>
internal sealed class StaleButtonTests
{
    private static readonly ConversationPattern Group = TestWorld.Pattern("telegram:7:-100");
    private readonly ScriptedButtonKeys _keys = new();
    private MemoryStores _stores = null!;
    private InterruptedSessionStore _sessions = null!;
    private TestWorld _world = null!;

    private CommandContext Alice => _world.Private(1) with { HasButtons = true };

    [SetUp]
    public void SetUp()
    {
        _stores = new MemoryStores(new FakeTime());
        _sessions = new InterruptedSessionStore(_stores.Sessions);
        _world = World();
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    /// <summary>The same installation in another process, perhaps with another configuration.</summary>
    private async Task Restart(Func<ChatAuthSettings, ChatAuthSettings>? configure = null)
    {
        await _world.DisposeAsync();
        _world = World(configure);
    }

    private TestWorld World(Func<ChatAuthSettings, ChatAuthSettings>? configure = null)
    {
        var world = new TestWorld(
            settings => (configure ?? (same => same))(settings with
            {
                AccessRules =
                [
                    new("private", false, Rights.All, null, null, ConversationPattern.Private),
                    new("group", false, Rights.All, null, null, Group),
                ],
                Profiles = new[] { "anthropic:work", "anthropic:personal", "openai:work" }.Select(ProfileId.Parse).ToDictionary(
                    id => id, id => new ProfileSettings(id, null, null, null, new ProfileAudience(null, null, true))),
            }),
            services => services.AddSingleton(_stores.Access).AddSingleton<ISessionStore>(_sessions).AddSingleton(_stores.Health).AddSingleton<IButtonKeys>(_keys));
        world.Credentials.Login("anthropic:work").Login("anthropic:personal").Key("openai:work");
        return world;
    }

    private async Task AssertListAfresh(ReplyAction button, CommandContext? context = null)
    {
        context ??= Alice;
        var before = (await _sessions.LoadAsync(context.Asker.Conversation, null, default)).Session.Version;
        var reply = await _world.Tap(button, context);
        var after = (await _sessions.LoadAsync(context.Asker.Conversation, null, default)).Session.Version;

        Assert.That((reply as CommandReply.Picker)?.Because, Is.EqualTo(ErrorCode.ChoiceMoved).Or.EqualTo(ErrorCode.PickerStale), reply.ToString());
        Assert.That(after, Is.EqualTo(before));
    }

    private async Task<CommandReply> Accounts() => await _world.Tap((await _world.Type("/model list", Alice)).Row("opus"), Alice);

    [TestCase("gpt")]
    [TestCase("opus")]
    public async Task Row_of_an_earlier_choice_is_not_taken(string model)
    {
        var list = await _world.Type("/model list", Alice);
        await _world.Type("/model sonnet", Alice);

        await AssertListAfresh(list.Row(model));
    }

    [Test]
    public async Task Account_of_an_earlier_choice_is_not_pinned()
    {
        var accounts = await Accounts();
        await _world.Type("/model sonnet", Alice);

        await AssertListAfresh(accounts.Account("anthropic:work"));
    }

    [TestCase(ReplyActionKind.Undo)]
    [TestCase(ReplyActionKind.Unpin)]
    public async Task Change_of_an_earlier_choice_is_not_made(ReplyActionKind kind)
    {
        var changed = await _world.Type("/model opus@work", Alice);
        var status = await _world.Type("/model status", Alice);
        await _world.Type("/model opus@personal", Alice);

        await AssertListAfresh((kind is ReplyActionKind.Undo ? changed : status).Button(kind));
    }

    [Test]
    public async Task Reset_and_the_same_pin_again_is_another_choice()
    {
        await _world.Type("/model opus@work", Alice);
        var list = await _world.Type("/model list", Alice);
        await _world.Type("/model reset", Alice);
        await _world.Type("/model opus@work", Alice);

        await AssertListAfresh(list.Row("gpt"));
    }

    [Test]
    public async Task Button_of_a_day_ago_is_old()
    {
        var list = await _world.Type("/model list", Alice);
        _world.Time.Advance(TimeSpan.FromHours(25));

        await AssertListAfresh(list.Row("gpt"));
    }

    [Test]
    public async Task Button_from_before_the_clock_went_back_is_old()
    {
        var list = await _world.Type("/model list", Alice);
        _world.Time.Advance(TimeSpan.FromHours(-1));

        await AssertListAfresh(list.Row("gpt"));
    }

    [Test]
    public async Task Button_of_the_previous_key_works_and_one_of_the_key_before_is_old()
    {
        var list = await _world.Type("/model list", Alice);
        _keys.Rotate();
        var reply = await _world.Tap(list.Row("gpt"), Alice);
        _keys.Rotate();

        Assert.That(reply, Is.InstanceOf<CommandReply.ChoiceChanged>());
        await AssertListAfresh(list.Row("gpt"));
    }

    [Test]
    public async Task Menu_of_a_key_that_is_gone_is_left_alone_where_others_see_it()
    {
        var list = await _world.Type("/model list", _world.Shared(1) with { HasButtons = true });
        _keys.Rotate();
        _keys.Rotate();

        var reply = await _world.Tap<CommandReply.Failed>(list.Row("gpt"), _world.Shared(1) with { HasButtons = true });

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.MenuOld));
    }

    [Test]
    public async Task Profile_made_anew_for_another_payer_is_not_pinned_under_the_old_label()
    {
        var accounts = await Accounts();
        _world.Credentials.Login("anthropic:work", text: "somebody-elses");

        await AssertListAfresh(accounts.Account("anthropic:work"));
    }

    [Test]
    public async Task Row_whose_accounts_changed_is_not_taken()
    {
        var list = await _world.Type("/model list", Alice);
        _world.Credentials.Key("openai:work", "fake-another");

        await AssertListAfresh(list.Row("gpt"));
    }

    [Test]
    public async Task Account_whose_billing_changed_is_not_pinned_under_the_old_label()
    {
        var accounts = await Accounts();
        await Restart(settings => settings with
        {
            Profiles = settings.Profiles.ToDictionary(said => said.Key, said => said.Value with { Billing = BillingClass.Metered }),
        });

        await AssertListAfresh(accounts.Account("anthropic:work"));
    }

    [Test]
    public async Task Account_hidden_from_the_person_since_is_as_if_it_were_gone()
    {
        var accounts = await Accounts();
        await Restart(settings => settings with
        {
            Profiles = settings.Profiles.ToDictionary(said => said.Key, said => said.Value with
            {
                Audience = said.Key.Name == "personal" ? new ProfileAudience([new Person("telegram", 2)], null, true) : said.Value.Audience,
            }),
        });
        var hidden = await _world.Tap(accounts.Account("anthropic:personal"), Alice);

        await Restart();
        _world.Credentials.Remove("anthropic:personal");
        var gone = await _world.Tap(accounts.Account("anthropic:personal"), Alice);

        Assert.That(((CommandReply.Picker)hidden).Because, Is.EqualTo(ErrorCode.PickerStale));
        Assert.That(
            hidden.Actions.Select(action => (action.Kind, action.Model, action.Profile)),
            Is.EqualTo(gone.Actions.Select(action => (action.Kind, action.Model, action.Profile))));
    }

    [Test]
    public async Task Model_that_left_the_allowlist_is_not_taken()
    {
        var list = await _world.Type("/model list", Alice);
        await Restart(settings => settings with
        {
            Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [], [settings.Catalog.Default]),
        });

        await AssertListAfresh(list.Row("gpt"));
    }

    [Test]
    public async Task Alias_moved_since_takes_the_label_s_model_and_no_other()
    {
        var list = await _world.Type("/model list", Alice);
        await Restart(settings => settings with
        {
            Catalog = new ModelCatalog(
                [.. settings.Catalog.Models.Select(model => model with { Aliases = model.Aliases.Contains("gpt") ? [] : model.Aliases.Contains("gemini") ? ["gpt"] : model.Aliases })],
                settings.Catalog.Default, []),
        });

        var reply = await _world.Tap(list.Row("gpt"), Alice);

        Assert.That(reply.Session!.Model.Ref.ToString(), Is.EqualTo("openai/gpt-5.2"));
    }

    [Test]
    public async Task Right_taken_away_since_is_missing()
    {
        var accounts = await Accounts();
        await _stores.Access.SaveRuleAsync(new AccessRule("no-pin", true, Rights.Pin, new Person("telegram", 1), null, ConversationPattern.Private), default);

        var reply = await _world.Tap<CommandReply.Failed>(accounts.Account("anthropic:work"), Alice);

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.RightMissing));
    }

    [Test]
    public async Task Right_taken_away_while_the_tap_is_on_its_way_is_missing()
    {
        var accounts = await Accounts();
        _sessions.Before(() => _stores.Access.SaveRuleAsync(
            new AccessRule("no-pin", true, Rights.Pin, new Person("telegram", 1), null, ConversationPattern.Private), default));

        var reply = await _world.Tap<CommandReply.Failed>(accounts.Account("anthropic:work"), Alice);

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.RightMissing));
    }

    [Test]
    public async Task Choice_made_while_the_tap_is_on_its_way_stands()
    {
        var list = await _world.Type("/model list", Alice);
        _sessions.Before(() => _world.Type("/model sonnet@personal", Alice));

        var reply = await _world.Tap<CommandReply.Picker>(list.Row("gpt"), Alice);

        Assert.That((reply.Because, reply.Session!.Model.Short), Is.EqualTo((ErrorCode.ChoiceMoved, "sonnet")));
    }

    [TestCase("/model @personal")]
    [TestCase("/model gpt")]
    public async Task Choice_of_the_parent_moved_since_the_topic_drew_its_button(string parents)
    {
        await _world.Type("/model sonnet", _world.Shared(1));
        var topic = _world.Shared(1, thread: "5") with { HasButtons = true };
        var list = await _world.Type("/model list", topic);

        await _world.Type(parents, _world.Shared(2));

        await AssertListAfresh(list.Row("gpt"), _world.Shared(1, thread: "5") with { HasButtons = true });
    }

    [Test]
    public async Task Page_that_is_not_there_any_more_is_the_first_one()
    {
        await Restart(settings => settings with { Catalog = Catalog(20) });
        var list = await _world.Type("/model list", Alice);
        await Restart(settings => settings with { Catalog = Catalog(3) });

        await AssertListAfresh(list.Button(ReplyActionKind.List));

        static ModelCatalog Catalog(int models) => new(
            [.. Enumerable.Range(1, models).Select(number => new CatalogModel(ModelRef.Parse($"openai/m{number}"), []))], ModelRef.Parse("openai/m1"), []);
    }
}
