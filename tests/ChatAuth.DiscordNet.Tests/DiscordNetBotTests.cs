using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Testing.Discord;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>A bot that had commands of its own before it was given ChatAuth.</summary>
internal sealed class DiscordNetBotTests
{
    private const string Weather = """[{ "name": "weather", "description": "Tells the weather", "type": 1 }]""";

    private SocketStage _stage = null!;
    private FakeDiscordUser _ann = null!;
    private FakeDiscordChannel _direct = null!;

    private async Task StartAsync(bool isSharded = false)
    {
        _stage = await SocketStage.StartAsync(settings => settings, prepare: server => server.RegisterCommands(Weather), isSharded: isSharded);
        _stage.World.Credentials.Token("anthropic:work").Token("anthropic:spare");
        _ann = _stage.Server.AddPerson("ann");
        _direct = _stage.Server.DirectMessages(_ann);
        await _stage.World.Access.SaveRuleAsync(new AccessRule("private", false, Rights.All, null, null, ConversationPattern.Private), default);
    }

    [TearDown]
    public async Task Stop()
    {
        if (_stage is null) return;
        await _stage.DisposeAsync();
        Assert.That(_stage.Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Command_completion_menu_and_button_are_answered([Values] bool isSharded)
    {
        await StartAsync(isSharded);

        var typing = await _direct.TypeInto(_ann, "model", "choice", "opus@").SendAsync();
        var picker = await _direct.Slash(_ann, "model").SendAsync();
        var accounts = await picker.Original!.Choose(_ann, "opus").SendAsync();
        var chosen = await accounts.Original!.Choose(_ann, "spare").SendAsync();
        var status = await _direct.Slash(_ann, "model", ("choice", "status")).SendAsync();
        var unpinned = await status.Original!.Click(_ann, "Unpin").SendAsync();

        Assert.That(typing.Choices.Select(choice => choice.Value), Has.Some.Contains("work"));
        Assert.That(chosen.Original!.Content, Does.Contain("spare"));
        Assert.That(status.Original!.Content, Is.Not.Empty);
        Assert.That(unpinned.Failure, Is.Null);
    }

    [Test]
    public async Task Question_is_promised_and_its_answer_edited_in()
    {
        await StartAsync();
        await _direct.Slash(_ann, "model", ("choice", "opus@anthropic:spare")).SendAsync();

        var asked = await _direct.Slash(_ann, "ask", ("prompt", "hello")).SendAsync();
        await asked.WaitForAnswerAsync();

        Assert.That((int)asked.Response!["type"]!, Is.EqualTo(5));
        Assert.That($"{_stage.World.Vendor.Seen.Single().Profile}", Is.EqualTo("anthropic:spare"));
    }

    [Test]
    public async Task Commands_of_the_bot_stay_and_are_the_bots_to_answer()
    {
        await StartAsync();
        _stage.Client.SlashCommandExecuted += command => command.IsForChatAuth(_stage.World.Services) ? Task.CompletedTask : command.RespondAsync("rain");

        var answered = await _direct.Slash(_ann, "weather").SendAsync();

        Assert.That(_stage.Server.CommandsOf().Select(command => $"{command["name"]}"), Is.EquivalentTo(new[] { "weather", "model", "ask" }));
        Assert.That(answered.Original!.Content, Is.EqualTo("rain"));
    }

    [Test]
    public async Task Socket_that_breaks_comes_back_and_nothing_is_registered_twice()
    {
        await StartAsync();
        var written = _stage.Server.RequestsOf(FakeDiscordRoutes.AddCommand).Count;

        _stage.Server.BreakSockets();
        await _stage.Server.WaitForSocketsAsync(0);
        await _stage.Server.WaitForSocketsAsync(timeout: TimeSpan.FromSeconds(60));
        await _stage.Server.WaitForRequestAsync(FakeDiscordRoutes.GetCommands, 2);
        var status = await _direct.Slash(_ann, "model", ("choice", "status")).SendAsync();

        Assert.That(status.Failure, Is.Null);
        Assert.That(_stage.Server.RequestsOf(FakeDiscordRoutes.AddCommand), Has.Count.EqualTo(written));
    }

    [Test]
    public async Task Message_that_the_bot_answers_itself_has_the_choice_of_the_commands()
    {
        await StartAsync();
        var heard = new TaskCompletionSource<CommandContext?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _stage.Client.MessageReceived += message =>
        {
            if (!message.Author.IsBot) heard.TrySetResult(message.ToCommandContext(_stage.Client.CurrentUser.Id));
            return Task.CompletedTask;
        };
        await _direct.Slash(_ann, "model", ("choice", "opus@anthropic:spare")).SendAsync();

        _direct.Write(_ann, "hello");
        var context = await heard.Task.WaitAsync(TimeSpan.FromSeconds(15));
        var answer = await _stage.World.Answer("hello", context);

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:spare"));
    }
}
