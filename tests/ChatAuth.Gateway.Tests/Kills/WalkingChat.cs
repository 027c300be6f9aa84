using System.Globalization;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>A chat in which somebody does one thing after another, and what must be true of each when the bot, killed meanwhile, has dealt with it.</summary>
internal sealed class WalkingChat(MortalBot bot, Random random)
{
    /// <summary>Nobody has chosen: the default model, and whoever the resolver takes.</summary>
    private static readonly Pinned Nothing = new("", "anthropic/claude-opus-4-5", "anthropic:");

    private static readonly Pinned[] Choices =
    [
        new("opus@anthropic:work", "anthropic/claude-opus-4-5", "anthropic:work"),
        new("sonnet@anthropic:personal", "anthropic/claude-sonnet-4-5", "anthropic:personal"),
        new("opus@anthropic:api", "anthropic/claude-opus-4-5", "anthropic:api"),
        new("gpt@openai:work", "openai/gpt-5.2", "openai:work"),
    ];

    private readonly Stack<Pinned> _before = new();
    private readonly List<string> _changes = [];
    private Pinned _now = Nothing;
    private int _seen;
    private Action _judge = () => { };

    public FakeChat Chat { get; } = bot.NewChat();

    private List<string> News => [.. Chat.BotMessages.Skip(_seen).Select(message => message.Text)];

    /// <summary>Does something.</summary>
    /// <param name="begins">Is told before which requests to Telegram the bot will make.</param>
    public void Act(Action<string[]> begins)
    {
        _seen = Chat.BotMessages.Count;
        var menu = Chat.BotMessages.LastOrDefault();
        switch (random.Next(10))
        {
            case < 4:
                begins(["sendMessage", "getUpdates"]);
                Pin(Choices.Where(choice => choice != _now).ElementAt(random.Next(Choices.Length - 1)));
                break;
            case < 6 when menu?.Buttons.Any(button => button.Text == "Undo") is true:
                begins(["answerCallbackQuery", "editMessageText", "getUpdates"]);
                TapUndo(menu);
                break;
            case < 7:
                begins(["sendMessage", "getUpdates"]);
                Undo();
                break;
            default:
                begins(["sendChatAction", "sendMessage", "getUpdates"]);
                Ask();
                break;
        }
    }

    /// <summary>Holds what happened since against what was done.</summary>
    public void Judge()
    {
        _judge();
        Assert.That(bot.Database.ChangesOf(bot.KeyOf(Chat)), Is.EqualTo(_changes), "every change is recorded, and once");
    }

    /// <summary>Asks the model: who answers is what holds now.</summary>
    public void Ask()
    {
        _seen = Chat.BotMessages.Count;
        var text = string.Create(CultureInfo.InvariantCulture, $"Question {Chat.Messages.Count}?");
        var question = Chat.Write(text);
        var served = $"{_now.Model} with {_now.Profile}";
        _judge = () =>
        {
            var told = News;
            Assert.That(bot.Database.AttemptsOf(bot.CauseOf(question)), Has.Count.EqualTo(1), "it is charged once");
            Assert.That(told, Has.Count.InRange(1, 2));
            Assert.That(told.FindAll(IsAnswer), Has.Count.AtMost(1).And.All.Contain(served).And.All.Contain($"heard: {text}"));
            Assert.That(told.FindAll(reply => !IsAnswer(reply)), Has.All.Contains("[already-answered]").Or.All.Contains("[attempt-open]"));
        };
    }

    private void Pin(Pinned choice)
    {
        _changes.Add(bot.CauseOf(Chat.Write($"/model {choice.Selector}")));
        _before.Push(_now);
        _now = choice;
        _judge = () => Told("Now: ", $"{choice.Profile} pays");
    }

    private void Undo()
    {
        var undo = Chat.Write("/model undo");
        if (_before.Count == 0)
        {
            _judge = () => Told("There is no change left to undo.", "[nothing-to-undo]");
            return;
        }
        _changes.Add(bot.CauseOf(undo));
        _now = _before.Pop();
        var profile = _now.Profile;
        _judge = () => Told("Undone. Now: ", $"Next: {profile}");
    }

    private void TapUndo(FakeMessage menu)
    {
        var tap = Chat.TapLabel(Chat.Person!, menu, "Undo");
        _changes.Add(bot.CauseOf(tap));
        _now = _before.Pop();
        var profile = _now.Profile;
        _judge = () =>
        {
            Assert.That(News, Is.Empty);
            Assert.That(tap.Answer?.Text, Does.StartWith("Now: "));
            Assert.That(menu.Text, Does.StartWith("Undone. Now: ").And.Contain($"Next: {profile}"));
        };
    }

    /// <summary>Once, or twice where nobody knew that the first had arrived.</summary>
    private void Told(string start, string part) =>
        Assert.That(News, Has.Count.InRange(1, 2).And.All.StartsWith(start).And.All.Contain(part));

    private static bool IsAnswer(string text) => text.Contains(" heard: ", StringComparison.Ordinal);

    private sealed record Pinned(string Selector, string Model, string Profile);
}
