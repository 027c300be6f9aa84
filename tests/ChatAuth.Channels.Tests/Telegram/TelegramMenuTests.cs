using System.Text.Json;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Models;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramMenuTests
{
    private FakeTime _time = null!;
    private ScriptedSender _sender = null!;

    [SetUp]
    public void SetUp() => _sender = new ScriptedSender(_time = new FakeTime());

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("[7]")]
    [TestCase("""[{"command":5}]""")]
    [TestCase("""[{"command":"model","description":"old words"}]""")]
    public async Task Menu_that_differs_is_written_whatever_stands_there(string known)
    {
        _sender.Answers(new TelegramAnswer.Done(JsonElement.Parse(known)), ScriptedSender.Done, new TelegramAnswer.Done(JsonElement.Parse(known)));

        var published = await Menu(TestWorld.Default.Catalog).PublishAsync(default);

        Assert.That(published);
        Assert.That(Written, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Menu_that_telegram_did_not_take_is_tried_again()
    {
        _sender.Answers(new TelegramAnswer.Unreachable(true));

        Assert.That(await Menu(TestWorld.Default.Catalog).PublishAsync(default), Is.False);
    }

    [Test]
    public async Task Menu_holds_no_more_and_nothing_longer_than_telegram_takes()
    {
        var models = Enumerable.Range(0, 200).Select(number => new CatalogModel(
            ModelRef.Parse($"anthropic/m{number}"), [$"alias_{number}", $"al-{number}", $"{new string('a', 40)}{number}"], new string('Ж', 300)));

        await Menu(new ModelCatalog([.. models], ModelRef.Parse("anthropic/m0"), [])).PublishAsync(default);

        foreach (var menu in Written)
        {
            Assert.That(menu.Commands, Has.Count.EqualTo(100));
            Assert.That(menu.Commands.All(command => command.Command.Length <= 32));
            Assert.That(menu.Commands.SelectMany(command => command.Command).All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'));
            Assert.That(menu.Commands.All(command => command.Description.Length is > 0 and <= 256));
        }
    }

    [Test]
    public async Task Menu_leaves_out_models_that_are_not_allowed()
    {
        var catalog = new ModelCatalog(TestWorld.Default.Catalog.Models, TestWorld.Default.Catalog.Default, [], allowed: [ModelRef.Parse("openai/gpt-5.2")]);

        await Menu(catalog).PublishAsync(default);

        Assert.That(Written[0].Commands.Select(command => command.Command), Does.Contain("gpt").And.Not.Contain("sonnet"));
    }

    private List<TelegramRequest.SetMyCommands> Written => [.. _sender.Sent.Select(sent => sent.Request).OfType<TelegramRequest.SetMyCommands>()];

    private TelegramMenu Menu(ModelCatalog catalog) => new(_sender, TestWorld.Default with { Catalog = catalog }, _time);
}
