using System.Text.Json.Nodes;
using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Discord;
using Microsoft.Extensions.AI;
using Moq;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What each thing that people do is answered with, and what follows.</summary>
internal sealed class DiscordChannelTests
{
    private const int Ephemeral = DiscordMessage.Ephemeral;
    private DiscordStage _stage = null!;

    [SetUp]
    public async Task SetUp() => _stage = await DiscordStage.StartAsync();

    [TearDown]
    public async Task TearDown() => await _stage.DisposeAsync();

    private FakeDiscordInteraction Model(params IReadOnlyList<(string, object)> options) => _stage.Channel.Slash(_stage.Ann, "model", options);

    private async Task<DiscordResponse> Choose(FakeDiscordUser person, DiscordResponse menu, string label)
    {
        var option = menu.Data!.Components!.SelectMany(row => row.Components).SelectMany(part => part.Options ?? []).First(option => option.Label == label);
        return await Tap(person, menu, "menu:0", option.Value);
    }

    private Task<DiscordResponse> Tap(FakeDiscordUser person, DiscordResponse menu, string customId, string? value = null) => _stage.HandleAsync(
        Tapped(_stage.Channel.Slash(person, "model").Json, menu.Data!.Flags!.Value, customId, value));

    /// <summary>A command of the same person as a tap on a message.</summary>
    private static string Tapped(string command, int flags, string customId, string? value)
    {
        var json = JsonNode.Parse(command)!;
        json["type"] = 3;
        json["message"] = new JsonObject { ["flags"] = flags };
        json["data"] = new JsonObject { ["custom_id"] = customId, ["component_type"] = value is null ? 2 : 3 };
        if (value is not null) json["data"]!["values"] = new JsonArray(value);
        return json.ToJsonString();
    }

    [Test]
    public async Task Ping_is_answered() => Assert.That((await _stage.HandleAsync("""{"id":"1","application_id":"1","type":1,"token":"FAKE"}""")).Type, Is.EqualTo(1));

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("""{"id":"1","application_id":"1","type":9,"token":"FAKE"}""")]
    public async Task Anything_else_is_unknown(string json) => Assert.That(await _stage.HandleAsync(json), Is.EqualTo(DiscordMessages.Unknown));

    [Test]
    public async Task List_in_a_guild_is_its_askers_alone_and_a_menu()
    {
        var response = await _stage.HandleAsync(Model());

        Assert.That((response.Type, response.Data!.Flags & Ephemeral), Is.EqualTo((4, (int?)Ephemeral)));
        Assert.That(response.Data.Components![0].Components.Single().Options!.Select(option => option.Label), Does.Contain("2. sonnet"));
    }

    [Test]
    public async Task Answer_is_for_all_where_that_is_asked_for()
    {
        var response = await _stage.HandleAsync(Model(("choice", "opus@work"), ("public", true)));

        Assert.That(response.Data!.Flags & Ephemeral, Is.Zero);
        Assert.That(response.Data.Content, Does.Contain("The work account").And.Not.Contain("anthropic\\:work"));
        Assert.That(await _stage.FollowingAsync(), Is.Empty);
    }

    [Test]
    public async Task Answer_in_direct_messages_hides_nothing()
    {
        var response = await _stage.HandleAsync(_stage.Discord.DirectMessages(_stage.Ann).Slash(_stage.Ann, "model", ("choice", "opus@work")));

        Assert.That(response.Data!.Flags & Ephemeral, Is.Zero);
        Assert.That(response.Data.Content, Does.Contain("anthropic\\:work"));
        Assert.That(await _stage.FollowingAsync(), Is.Empty);
    }

    [Test]
    public async Task Change_that_one_sees_is_announced_in_the_channel_by_its_public_name()
    {
        await _stage.HandleAsync(Model(("choice", "opus@work"), ("for", "2h")));

        var announced = (DiscordRequest.CreateMessage)(await _stage.FollowingAsync()).Single();

        Assert.That(announced.ChannelId, Is.EqualTo(_stage.Channel.Id));
        Assert.That(announced.Message.Content, Does.StartWith($"<@{_stage.Ann.Id}> changed").And.Contain("The work account").And.Contain("Ends in 2 h").And.Not.Contain("anthropic\\:work"));
        Assert.That(announced.Message.Flags & Ephemeral, Is.Zero);
    }

    [Test]
    public async Task Change_is_told_to_all_by_an_answer_where_the_bot_may_not_write()
    {
        _stage.Sender.Answers(new DiscordAnswer.Refused(403, 50001));

        await _stage.HandleAsync(Model(("choice", "opus@work")));

        var answer = (DiscordRequest.FollowUp)(await _stage.FollowingAsync())[^1];
        Assert.That(answer.Message.Content, Does.Contain("changed").And.Contain("The work account").And.Not.Contain("anthropic\\:work"));
        Assert.That(answer.Message.Flags & Ephemeral, Is.Zero);
    }

    [Test]
    public async Task Notice_that_is_longer_than_a_message_is_told_whole()
    {
        var pins = Enumerable.Range(0, 40).Select(at => new ShownPin(Shown.Anthropic, PinStateName.UserPinned, Shown.Work with { Name = $"{new string('x', 90)}{at}" }, null));
        var session = Shown.Selected with { Pins = [.. pins] };

        await _stage.ChatAuth.TellAsync(new SessionKey("discord", _stage.Discord.ApplicationId, "7"), new Notice.ChoiceEnded(session), default);

        var told = (await _stage.FollowingAsync()).Cast<DiscordRequest.CreateMessage>().ToList();
        Assert.That(told.Select(sent => (sent.ChannelId, IsShort: sent.Message.Content.Length <= 2000)).ToList(), Has.Count.GreaterThan(1).And.All.EqualTo(("7", true)));
        Assert.That(string.Concat(told.Select(sent => sent.Message.Content)), Does.Contain("x0").And.Contain("x39"));
    }

    [Test]
    public async Task Only_conversations_of_its_own_application_are_reached()
    {
        await _stage.HandleAsync(Model());

        var reached = new[] { ("discord", _stage.Discord.ApplicationId), ("discord", "1100000000000000009"), ("telegram", _stage.Discord.ApplicationId) }
            .Select(key => _stage.ChatAuth.ReachedAs(new SessionKey(key.Item1, key.Item2, "7")) is not null);

        Assert.That(reached, Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public void Application_that_nothing_was_heard_of_yet_reaches_what_its_options_say()
    {
        var key = new SessionKey("discord", "1100000000000000001", "7");

        var told = new DiscordChannel(Mock.Of<IChatAuth>(), Mock.Of<ICompletionSource>(), _stage.Sender, new DiscordChannelOptions { ApplicationId = key.Bot });

        Assert.That(_stage.ChatAuth.ReachedAs(key), Is.Null);
        Assert.That(told.ReachedAs(key)!.Person, Is.Null);
    }

    [Test]
    public async Task Choice_in_a_menu_changes_the_message_and_the_choice()
    {
        var menu = await _stage.HandleAsync(Model());
        var accounts = await Choose(_stage.Ann, menu, "2. sonnet");
        var pinned = await Choose(_stage.Ann, accounts, "b. spare");

        Assert.That((accounts.Type, pinned.Type), Is.EqualTo((7, 7)));
        Assert.That(pinned.Data!.Content, Does.StartWith("Now: **sonnet**").And.Contain("pinned to **anthropic\\:spare**"));
    }

    [Test]
    public async Task Choice_in_a_menu_that_all_see_is_announced_beside_it()
    {
        var menu = await _stage.HandleAsync(Model(("public", true)));
        var accounts = await Choose(_stage.Ann, menu, "2. sonnet");

        var chosen = await Tap(_stage.Ann, accounts, accounts.Data!.Components![0].Components[0].CustomId!, accounts.Data.Components[0].Components[0].Options?[0].Value);

        var announced = (DiscordRequest.CreateMessage)(await _stage.FollowingAsync()).Single();
        Assert.That(chosen.Type, Is.EqualTo(7));
        Assert.That(announced.Message.Content, Does.StartWith($"<@{_stage.Ann.Id}> changed").And.Contain("sonnet").And.Not.Contain("anthropic\\:"));
    }

    [Test]
    public async Task Menu_of_another_person_stays_as_it_is()
    {
        var menu = await _stage.HandleAsync(Model(("public", true)));

        var refused = await Choose(_stage.Bob, menu, "2. sonnet");

        Assert.That((refused.Type, refused.Data!.Flags & Ephemeral), Is.EqualTo((4, (int?)Ephemeral)));
    }

    [Test]
    public async Task Question_is_promised_to_all_and_its_answer_takes_the_place()
    {
        var interaction = _stage.Channel.Slash(_stage.Ann, "ask", ("prompt", "/model sonnet"), ("with", "sonnet@work"));

        var promise = await _stage.HandleAsync(interaction);
        var edit = (DiscordRequest.EditOriginal)(await _stage.FollowingAsync()).Single();

        Assert.That(promise, Is.EqualTo(new DiscordResponse(5)));
        Assert.That(edit.Token, Is.EqualTo(interaction.Token));
        Assert.That(edit.Message.Content, Does.EndWith("-# answered by anthropic/claude-sonnet-4-5, paid by The work account (subscription)"));
    }

    [Test]
    public async Task Who_may_not_ask_is_told_what_an_owner_types_and_nobody_else_sees_it()
    {
        await using var closed = await DiscordStage.StartAsync(open: false);

        var refused = await closed.HandleAsync(closed.Channel.Slash(closed.Ann, "ask", ("prompt", "hello")));

        Assert.That(refused.Data!.Content, Does.Contain("right-missing").And.Contain($"chatauth access allow discord:{closed.Ann.Id}"));
        Assert.That((refused.Type, refused.Data.Flags & Ephemeral), Is.EqualTo((4, (int?)Ephemeral)));
    }

    [TestCase("opus@anthropic:wrok", null, "column 6 of `choice`")]
    [TestCase("opus", "soon", "column 1 of `for`")]
    [TestCase("status", "2h", "column 1 of `for`")]
    [TestCase("opus", "2h x", "column 4 of `for`")]
    [TestCase("opus ?? ?", "2h", "column 6 of `choice`")]
    [TestCase(null, "2h", "column 1 of `for`")]
    public async Task What_is_wrong_is_said_in_the_option_that_it_stands_in(string? choice, string? span, string where)
    {
        (string, object)[] options = [.. new[] { ("choice", choice), ("for", span) }.Where(option => option.Item2 is not null).Select(option => (option.Item1, (object)option.Item2!))];

        Assert.That((await _stage.HandleAsync(Model(options))).Data!.Content, Does.Contain(where));
    }

    [Test]
    public async Task What_is_wrong_with_a_questions_selector_is_said_in_its_option() => Assert.That(
        (await _stage.HandleAsync(_stage.Channel.Slash(_stage.Ann, "ask", ("prompt", "hello"), ("with", "opus@wrok")))).Data!.Content, Does.Contain("column 6 of `with`"));

    [Test]
    public async Task Time_alone_is_offered_with_the_model_that_holds()
    {
        var response = await _stage.HandleAsync(Model(("for", "2h")));

        Assert.That(response.Data!.Content, Does.Contain("choice-missing").And.Contain("`/model opus for 2h`"));
    }

    [Test]
    public async Task What_follows_waits_until_the_response_has_arrived()
    {
        _stage.Sender.Answers(new DiscordAnswer.Refused(404, 10015), new DiscordAnswer.Refused(404, 10015));
        _stage.World.Time.PassesAtOnce = TimeSpan.FromMilliseconds(600);

        await _stage.HandleAsync(_stage.Channel.Slash(_stage.Ann, "ask", ("prompt", "hello")));

        Assert.That(await _stage.FollowingAsync(), Has.Count.EqualTo(3).And.All.InstanceOf<DiscordRequest.EditOriginal>());
    }

    [Test]
    public async Task Numbers_of_a_list_count_from_when_it_is_there()
    {
        var slow = new TaskCompletionSource<HandleResult>();
        var list = new CommandReply.Picker([], 1, 1, null, null);
        var chatAuth = new Mock<IChatAuth>();
        chatAuth.Setup(chat => chat.HandleAsync(It.IsAny<CommandContext>(), "/model list", It.IsAny<CancellationToken>())).Returns(slow.Task);
        await using var stage = await DiscordStage.StartAsync(chatAuth: chatAuth.Object);

        var promised = stage.HandleAsync(stage.Channel.Slash(stage.Ann, "model", ("choice", "list")));
        stage.World.Time.Advance(TimeSpan.FromSeconds(5));
        await promised;
        slow.SetResult(new HandleResult.Handled(list));
        await stage.FollowingAsync();

        chatAuth.Verify(chat => chat.Delivered(It.IsAny<CommandContext>(), list, stage.World.Time.GetUtcNow()));
    }

    [Test]
    public async Task List_that_did_not_arrive_is_none_that_numbers_mean()
    {
        var slow = new TaskCompletionSource<HandleResult>();
        var chatAuth = new Mock<IChatAuth>();
        chatAuth.Setup(chat => chat.HandleAsync(It.IsAny<CommandContext>(), "/model list", It.IsAny<CancellationToken>())).Returns(slow.Task);
        await using var stage = await DiscordStage.StartAsync(chatAuth: chatAuth.Object);
        stage.Sender.Otherwise = new DiscordAnswer.Refused(400, 0);

        var promised = stage.HandleAsync(stage.Channel.Slash(stage.Ann, "model", ("choice", "list")));
        stage.World.Time.Advance(TimeSpan.FromSeconds(1));
        await promised;
        slow.SetResult(new HandleResult.Handled(new CommandReply.Picker([], 1, 1, null, null)));
        await stage.FollowingAsync();

        chatAuth.Verify(chat => chat.Delivered(It.IsAny<CommandContext>(), It.IsAny<CommandReply>(), It.IsAny<DateTimeOffset>()), Times.Never);
    }

    [Test]
    public async Task Answer_to_a_question_whose_promise_one_person_sees_is_for_all()
    {
        var slow = new TaskCompletionSource<HandleResult>();
        var chatAuth = new Mock<IChatAuth>();
        chatAuth.Setup(chat => chat.HandleAsync(It.IsAny<CommandContext>(), "/model allow", It.IsAny<CancellationToken>())).Returns(slow.Task);
        chatAuth.Setup(chat => chat.AskAsync(It.IsAny<CommandContext>(), It.IsAny<IEnumerable<ChatMessage>>(), null, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AskResult.Refused(new CommandReply.Help()));
        await using var stage = await DiscordStage.StartAsync(chatAuth: chatAuth.Object);

        var promised = stage.HandleAsync(stage.Channel.Slash(stage.Ann, "model", ("choice", "allow")));
        stage.World.Time.Advance(TimeSpan.FromSeconds(1));
        await promised;
        slow.SetResult(new HandleResult.AskModel("hello", null));
        var following = await stage.FollowingAsync();

        Assert.That(((DiscordRequest.EditOriginal)following[0]).Message.Content, Does.StartWith("Allowed"));
        Assert.That(((DiscordRequest.FollowUp)following[1]).Message.Flags & Ephemeral, Is.Zero);
    }

    [Test]
    public async Task Slow_answer_is_promised_and_edited_in()
    {
        var slow = new TaskCompletionSource<HandleResult>();
        var chatAuth = new Mock<IChatAuth>();
        chatAuth.Setup(chat => chat.HandleAsync(It.IsAny<CommandContext>(), "/model help", It.IsAny<CancellationToken>())).Returns(slow.Task);
        await using var stage = await DiscordStage.StartAsync(chatAuth: chatAuth.Object);

        var promised = stage.HandleAsync(stage.Channel.Slash(stage.Ann, "model", ("choice", "help")));
        stage.World.Time.Advance(TimeSpan.FromSeconds(1));
        var promise = await promised;
        slow.SetResult(new HandleResult.Handled(new CommandReply.Help()));
        var edit = (DiscordRequest.EditOriginal)(await stage.FollowingAsync()).Single();

        Assert.That((promise.Type, promise.Data!.Flags), Is.EqualTo((5, (int?)Ephemeral)));
        Assert.That(edit.Message.Content, Does.StartWith("`/model`"));
    }

    [Test]
    public async Task Option_is_completed_by_what_its_person_may_use()
    {
        var response = await _stage.HandleAsync(_stage.Channel.TypeInto(_stage.Ann, "model", "choice", "opus@"));

        Assert.That(response.Type, Is.EqualTo(8));
        Assert.That(response.Data!.Choices!.Select(choice => choice.Value), Is.EqualTo(new[] { "opus@work", "opus@spare" }));
    }

    [Test]
    public async Task Stranger_is_offered_no_names()
    {
        await using var closed = await DiscordStage.StartAsync(open: false);

        var response = await closed.HandleAsync(closed.Channel.TypeInto(closed.Ann, "model", "choice", "opus"));

        Assert.That(response.Data!.Choices, Is.Empty);
    }
}
