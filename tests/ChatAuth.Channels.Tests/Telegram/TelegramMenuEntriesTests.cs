using System.Text.Json;
using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Our entries among those of a bot that has its own.</summary>
internal sealed class TelegramMenuEntriesTests
{
    private const string Own = """[{"command":"weather","description":"Tells the weather"},{"command":"model","description":"Old words"}]""";

    private ScriptedSender _sender = null!;
    private TelegramMenuEntries _menu = null!;

    [SetUp]
    public void SetUp()
    {
        var time = new FakeTime();
        _sender = new ScriptedSender(time);
        _menu = new TelegramMenuEntries(_sender, TestWorld.Default, time);
    }

    [TearDown]
    public void TearDown() => _menu.Dispose();

    [Test]
    public async Task Entries_come_behind_the_bots_own_and_over_those_of_the_same_name()
    {
        _sender.Answers(Menu(Own));

        var isTaken = await _menu.AddAsync();

        Assert.That(isTaken);
        Assert.That(Written.Single().Scope.Type, Is.EqualTo("default"));
        Assert.That(Written.Single().Commands.Select(command => command.Command), Is.EqualTo(new[] { "weather", "model", "models", "opus", "sonnet", "gpt", "gemini" }));
        Assert.That(Written.Single().Commands[1].Description, Is.Not.EqualTo("Old words"));
    }

    [Test]
    public async Task Narrower_menu_is_added_to_only_where_the_bot_has_one()
    {
        _sender.Answers(Menu("[]"), ScriptedSender.Done, Menu("[]"), Menu(Own), ScriptedSender.Done, Menu("[]"));

        await _menu.AddAsync();

        Assert.That(Written.Select(written => written.Scope.Type), Is.EqualTo(new[] { "default", "all_group_chats" }));
    }

    [Test]
    public async Task Menu_that_has_all_is_not_written()
    {
        _sender.Answers(Menu(Own), ScriptedSender.Done);
        await _menu.AddAsync();
        _sender.Answers(new TelegramAnswer.Done(JsonSerializer.SerializeToElement(Written.Single().Commands.Select(entry => new { command = entry.Command, description = entry.Description }))));

        await _menu.AddAsync();

        Assert.That(Written, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Menu_that_telegram_did_not_take_is_told()
    {
        _sender.Answers(Menu(Own), new TelegramAnswer.Unreachable(true));

        Assert.That(await _menu.AddAsync(), Is.False);
    }

    private List<TelegramRequest.SetMyCommands> Written => [.. _sender.Sent.Select(sent => sent.Request).OfType<TelegramRequest.SetMyCommands>()];

    private static TelegramAnswer Menu(string json) => new TelegramAnswer.Done(JsonElement.Parse(json));
}
