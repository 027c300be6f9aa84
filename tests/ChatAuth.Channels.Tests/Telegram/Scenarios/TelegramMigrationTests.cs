using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A group becomes a supergroup, and Telegram says so in any order, late, twice or by a refusal.</summary>
internal sealed class TelegramMigrationTests : TelegramScenario
{
    private FakeChat _group = null!;
    private FakeUser _ann = null!;

    protected override TelegramStageOptions Options => new()
    {
        Services = (services, _) => services
            .AddSingleton(provider => new MemoryStores(provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => provider.GetRequiredService<MemoryStores>().Access)
            .AddSingleton<ISessionStore>(provider => new HeldMoves(provider.GetRequiredService<MemoryStores>().Sessions)),
    };

    [SetUp]
    public async Task OpenGroup()
    {
        _group = await OpenGroupAsync(Server.AddGroup("Engineering"));
        _group.BotIsAdmin = true;
        _ann = Server.AddPerson("Ann");
    }

    [TestCase(MigrationOrder.OldFirst)]
    [TestCase(MigrationOrder.NewFirst)]
    public async Task Pin_and_rules_come_along(MigrationOrder order)
    {
        await Stage.SayAsync(_group, _ann, "/model sonnet@spare");

        var supergroup = _group.MigrateToSupergroup(_ann, order);
        await Stage.SayAsync(supergroup, _ann, $"@{Server.BotUsername} hello");

        Assert.That(Stage.Served, Is.EqualTo(new[] { "anthropic:spare: hello" }));
    }

    [Test]
    public async Task Message_right_after_the_news_waits_for_the_move()
    {
        await Stage.SayAsync(_group, _ann, "/model sonnet@spare");

        var (moves, moving) = ((HeldMoves)World.Sessions, new TaskCompletionSource());
        moves.Until = moving.Task;
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(1); // Polls of a bot that is busy.

        var supergroup = _group.MigrateToSupergroup(_ann);
        for (var i = 0; i < 5; i++) supergroup.Write(_ann, $"@{Server.BotUsername} hello");
        await Server.WaitForRequestAsync("getUpdates", Server.RequestsOf("getUpdates").Count + 4); // By the last of them all are taken in.
        var early = moves.LookedAt.ToList();
        moving.SetResult();
        await Stage.SettleAsync();

        Assert.That(early, Is.Empty);
        Assert.That(World.Vendor.Seen.Select(seen => seen.Profile.Name), Is.EqualTo(Enumerable.Repeat("spare", 5)));
    }

    [Test]
    public async Task Answer_under_way_is_brought_to_where_the_group_went()
    {
        await Stage.SayAsync(_group, _ann, "/model sonnet@spare");
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;
        _group.Write(_ann, $"@{Server.BotUsername} hello");
        await Server.WaitForRequestAsync("sendChatAction");

        var supergroup = _group.MigrateToSupergroup(_ann, MigrationOrder.Silent);
        answering.SetResult();
        await Stage.SettleAsync();

        Assert.That(supergroup.LastMessage.Text, Does.Contain("by anthropic:spare"));
        Assert.That(await Stage.ModelAsync(supergroup), Is.EqualTo("claude-sonnet-4-5"));
    }

    [Test]
    public async Task Tap_on_a_menu_of_the_old_group_is_answered_where_the_group_went()
    {
        await Stage.SayAsync(_group, _ann, "/model list");
        var menu = _group.LastMessage;

        var supergroup = _group.MigrateToSupergroup(_ann, MigrationOrder.Silent);
        var tap = await Stage.TapAsync(_group, _ann, menu, "gpt");

        Assert.That(tap.Answer, Is.Not.Null);
        Assert.That(TextIn(supergroup), Does.Contain("gpt"));
        Assert.That(await Stage.ModelAsync(supergroup), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task News_that_are_told_again_change_nothing()
    {
        await Stage.SayAsync(_group, _ann, "/model sonnet@spare");
        var supergroup = _group.MigrateToSupergroup(_ann);
        await Stage.SayAsync(supergroup, _ann, "/model gpt");

        _group.AnnounceMigration(_ann);
        supergroup.AnnounceMigration(_ann, _group);
        await Stage.SettleAsync();

        Assert.That(await Stage.ModelAsync(supergroup), Is.EqualTo("gpt-5.2"));
        Assert.That(TextIn(supergroup), Does.Not.Contain("it stays"));
    }

    [Test]
    public async Task Choice_of_people_under_the_new_id_stays_and_that_is_said()
    {
        await Stage.SayAsync(_group, _ann, "/model sonnet@spare");
        var supergroup = await OpenGroupAsync(_group.MigrateToSupergroup(_ann, MigrationOrder.Silent));
        await Stage.SayAsync(supergroup, _ann, "/model gpt");

        supergroup.AnnounceMigration(_ann, _group);
        await Stage.SettleAsync();

        Assert.That(await Stage.ModelAsync(supergroup), Is.EqualTo("gpt-5.2"));
        Assert.That(supergroup.LastMessage.Text, Does.Contain("it stays"));
    }
}
