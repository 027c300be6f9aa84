using ChatAuth.Channels.Discord;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Testing.Discord;
using Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>A bot without a socket, which had a web server and commands of its own before it was given ChatAuth.</summary>
internal sealed class RestBotTests
{
    private const string Own = """[{ "name": "weather", "description": "Tells the weather", "type": 1 }, { "name": "ask", "description": "Asks the weather", "type": 1 }]""";

    private RestStage _stage = null!;
    private FakeDiscordUser _ann = null!;
    private FakeDiscordChannel _direct = null!;

    private async Task StartAsync(
        Action<DiscordNetOptions>? options = null, Action<FakeDiscordServer>? prepare = null, Action<IServiceCollection>? services = null, bool asksDiscord = false)
    {
        _stage = await RestStage.StartAsync(options: options, prepare: prepare, services: services, asksDiscord: asksDiscord);
        _stage.World.Credentials.Token("anthropic:work").Token("anthropic:spare");
        _ann = _stage.Server.AddPerson("ann");
        _direct = _stage.Server.DirectMessages(_ann);
        await AllowAsync("private");
    }

    [TearDown]
    public async Task Stop()
    {
        if (_stage is null) return;
        await _stage.DisposeAsync();
        Assert.That(_stage.Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Command_completion_menu_and_button_are_answered()
    {
        await StartAsync();

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
    public async Task Answer_is_the_same_where_the_library_asks_Discord_first([Values] bool isInGuild)
    {
        await StartAsync(asksDiscord: true);
        _stage.Guild.Join(_ann);
        await AllowAsync($"space:discord:{_stage.Guild.Id}");
        var channel = isInGuild ? _stage.Guild.AddChannel("general").AddThread("aside") : _direct;

        var picker = await channel.Slash(_ann, "model").SendAsync();
        var accounts = await picker.Original!.Choose(_ann, "opus").SendAsync();

        Assert.That(accounts.Original!.Content, Does.Contain("Opus"));
        Assert.That(_stage.Server.RequestsOf(isInGuild ? FakeDiscordRoutes.GetGuild : FakeDiscordRoutes.GetChannel), Is.Not.Empty);
    }

    [Test]
    public async Task Owner_is_written_to_by_the_bots_own_client()
    {
        await StartAsync();
        var sender = _stage.World.Services.GetRequiredService<LibrarySender>();

        var opened = (DiscordAnswer.Done)await sender.SendAsync(new DiscordRequest.OpenDirectMessages(_ann.Id), default);
        var said = await sender.SendAsync(new DiscordRequest.CreateMessage(opened.Result.GetProperty("id").GetString()!, new DiscordMessage("A credential ends.")), default);

        Assert.That(said, Is.InstanceOf<DiscordAnswer.Done>());
        Assert.That(_direct.Messages.Single().Content, Is.EqualTo("A credential ends."));
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
    public async Task Interaction_of_the_bots_own_is_left_to_it([Values("weather", "ask")] string command)
    {
        await StartAsync(options => options.Ask = false, server => server.RegisterCommands(Own));
        _stage.Bot = interaction => ((RestSlashCommand)interaction!).Respond("rain");

        var answered = await _direct.Slash(_ann, command).SendAsync();

        Assert.That(answered.Original!.Content, Is.EqualTo("rain"));
        Assert.That(_stage.Server.CommandsOf().Select(known => $"{known["name"]}"), Is.EquivalentTo(new[] { "weather", "ask", "model" }));
    }

    [Test]
    public async Task Interaction_that_the_library_does_not_know_is_left_to_the_bot()
    {
        await StartAsync();
        var left = new List<RestInteraction?>();
        _stage.Bot = interaction =>
        {
            left.Add(interaction);
            return "";
        };

        var opened = _direct.Slash(_ann, "model").Json.Replace("\"type\":2", "\"type\":99", StringComparison.Ordinal);
        var reply = await _stage.Server.PostAsync(_stage.Server.Sign(opened));

        Assert.That((reply.Status, left.Single()), Is.EqualTo((200, (RestInteraction?)null)));
    }

    [Test]
    public async Task Endpoint_passes_the_platforms_check([Values] bool isOnlyBot)
    {
        await StartAsync(options => options.IsOnlyBot = isOnlyBot);

        var check = await _stage.Server.CheckEndpointAsync();

        Assert.That(check.Failures, Is.Empty);
    }

    [Test]
    public async Task Bad_signature_reaches_nothing_of_ours()
    {
        var chatAuth = new Mock<IChatAuth>();
        await StartAsync(services: services => services.AddSingleton(chatAuth.Object));
        await using var other = await FakeDiscordServer.StartAsync();
        var pin = _direct.Slash(_ann, "model", ("choice", "opus@anthropic:spare"));
        var signed = pin.Sign();

        FakeDiscordReply[] replies =
        [
            await _stage.Server.PostAsync(other.Sign(pin.Json, _stage.World.Time.GetUtcNow())),
            await _stage.Server.PostAsync(signed with { Body = signed.Body.Replace("spare", "work", StringComparison.Ordinal) }),
            await _stage.Server.PostAsync(signed with { Signature = "" }),
        ];
        await _stage.SettleAsync();

        Assert.That(replies.Select(reply => reply.Status), Is.All.EqualTo(401));
        chatAuth.VerifyNoOtherCalls();
    }

    private async Task AllowAsync(string conversations)
    {
        Assert.That(ConversationPattern.TryParse(conversations, out var pattern));
        await _stage.World.Access.SaveRuleAsync(new AccessRule(conversations, false, Rights.All, null, null, pattern), default);
    }
}
