using ChatAuth.Channels.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>What every Telegram bot has: start, help, new, "typing", and a menu of commands.</summary>
internal sealed class TelegramHostCommandScenarioTests : TelegramScenario
{
    [TestCase("/start")]
    [TestCase("/help")]
    [TestCase("/HELP@ChatAuthTestBot")]
    public async Task Start_and_help_say_what_can_be_typed(string command)
    {
        var (ann, chat) = await Stage.OwnerAsync();

        await Stage.SayAsync(chat, ann, command);

        Assert.That(chat.LastMessage.Text, Does.Contain("/model opus@anthropic:work"));
    }

    [Test]
    public async Task Stranger_who_starts_is_told_how_to_be_admitted_and_nothing_else()
    {
        await Stage.OwnerAsync();
        var stranger = Server.AddPerson("Mallory");
        var chat = Server.PrivateChat(stranger);

        chat.Open();
        await Stage.SettleAsync();
        await Stage.SayAsync(chat, stranger, "/help");

        Assert.That(chat.BotMessages.Single().Text, Does.Contain($"chatauth access allow telegram:{stranger.Id}"));
    }

    [Test]
    public async Task Whoever_starts_a_bot_without_an_owner_is_told_how_to_own_it()
    {
        var first = Server.PrivateChat(Server.AddPerson("Ann"));

        first.Open();
        await Stage.SettleAsync();

        Assert.That(first.BotMessages.Single().Text, Does.Contain("owner-missing").And.Contain("/model claim"));
    }

    [Test]
    public async Task Stranger_who_misspells_an_alias_learns_of_none()
    {
        var stranger = Server.AddPerson("Mallory");
        var chat = Server.PrivateChat(stranger);

        await Stage.SayAsync(chat, stranger, "/opsu");
        await Stage.SayAsync(chat, stranger, "/opsu");

        Assert.That(chat.BotMessages.Single().Text, Does.Contain("right-missing").And.Not.Contain("/opus"));
    }

    [Test]
    public async Task New_forgets_what_was_said_and_keeps_the_choice()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model sonnet@spare");
        await Stage.SayAsync(chat, ann, "first");
        await Stage.SayAsync(chat, ann, "second");

        await Stage.SayAsync(chat, ann, "/new");
        var notice = chat.LastMessage.Text;
        await Stage.SayAsync(chat, ann, "third");

        Assert.That(World.Vendor.Seen.Select(seen => seen.Messages), Is.EqualTo(new[] { 1, 3, 1 }));
        Assert.That(notice, Does.Contain("spare"));
        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("claude-sonnet-4-5"));
    }

    [Test]
    public async Task Answer_that_was_under_way_at_new_is_forgotten_too()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(1);
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;
        chat.Write("first");
        await Server.WaitForRequestAsync("sendChatAction");

        chat.Write("/new");
        await chat.WaitForMessagesAsync(1);
        answering.SetResult();
        await Stage.SettleAsync();
        await Stage.SayAsync(chat, ann, "second");

        Assert.That(World.Vendor.Seen.Select(seen => seen.Messages), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task New_of_a_stranger_is_left_alone()
    {
        var stranger = Server.AddPerson("Mallory");

        await Stage.SayAsync(Server.PrivateChat(stranger), stranger, "/new");

        Assert.That(Server.RequestsOf("sendMessage"), Is.Empty);
    }

    [Test]
    public async Task Typing_is_shown_until_the_answer_is_there()
    {
        var (_, chat) = await Stage.OwnerAsync();
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(4);

        chat.Write("hello");
        await Server.WaitForRequestAsync("sendChatAction", 3);
        answering.SetResult();
        await Stage.SettleAsync();
        var shown = Server.RequestsOf("sendChatAction").Count;
        await Stage.SayAsync(chat, chat.Person!, "/model list");

        Assert.That(Server.RequestsOf("sendChatAction"), Has.Count.EqualTo(shown));
    }

    [Test]
    public async Task Command_is_answered_while_a_question_is_under_way()
    {
        var (_, chat) = await Stage.OwnerAsync();
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(1);
        chat.Write("hello");
        await Server.WaitForRequestAsync("sendChatAction");

        chat.Write("/model sonnet");
        var reply = await chat.WaitForMessagesAsync(1);
        answering.SetResult();
        await Stage.SettleAsync();

        Assert.That(reply.Text, Does.Contain("sonnet"));
        Assert.That(chat.LastMessage.Text, Does.Contain("claude-opus"));
    }

    [Test]
    public async Task Menus_are_written_where_they_differ_and_nowhere_else()
    {
        await Server.WaitForRequestAsync("setMyCommands", 2);
        var sender = Stage.Process.World.Services.GetRequiredService<ITelegramSender>();
        var menu = new TelegramMenu(sender, World.Settings, World.Time);

        var published = await menu.PublishAsync(default);

        Assert.That(published);
        Assert.That(Server.RequestsOf("setMyCommands"), Has.Count.EqualTo(2));
        Assert.That(NamesIn("all_private_chats"), Is.SupersetOf(new[] { "model", "models", "new", "help", "opus", "gpt" }));
        Assert.That(NamesIn("all_group_chats"), Is.SupersetOf(new[] { "model", "models", "opus" }).And.Not.Contains("new"));
    }

    [Test]
    public async Task Menu_says_which_model_an_alias_is()
    {
        await Server.WaitForRequestAsync("setMyCommands", 2);

        var opus = Server.CommandsOf("all_private_chats")!.Single(command => $"{command!["command"]}" == "opus");

        Assert.That($"{opus!["description"]}", Is.EqualTo("Use Claude Opus 4.5"));
    }

    private IEnumerable<string> NamesIn(string scope) => Server.CommandsOf(scope)!.Select(command => $"{command!["command"]}");
}
