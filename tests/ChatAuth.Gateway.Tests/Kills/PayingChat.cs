using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>A chat in which somebody chooses, asks and answers questions at random, and what it has promised to whom: kept by what was typed, not by what the bot says of itself.</summary>
internal sealed class PayingChat(MortalBot bot, Random random, ChargeBook book)
{
    private const string Default = "anthropic";

    private readonly Dictionary<string, string> _pins = [];
    private string _provider = Default;
    private int _question;
    private (string Cause, Action Takes)? _choice;

    public FakeChat Chat { get; } = bot.NewChat();

    /// <summary>Does one thing.</summary>
    /// <param name="dies">The process may die before it is done.</param>
    public void Act(bool dies)
    {
        var buttons = Chat.BotMessages.LastOrDefault()?.Buttons.Where(button => IsAnswer(button.Text)).ToList() ?? [];
        if (buttons.Count > 0 && random.Next(4) > 0)
        {
            Tap(buttons[random.Next(buttons.Count)], dies);
            return;
        }
        var (profile, selector) = VendorAccounts.All[random.Next(VendorAccounts.All.Count)];
        switch (random.Next(20))
        {
            case < 3: Choose($"/model {selector}", () => _pins[_provider = profile.Split(':')[0]] = profile); break;
            case 3: Choose("/model unpin", () => _pins.Remove(_provider)); break;
            case 4: Choose("/model reset", Reset); break;
            case < 7: Ask($"/{selector} ", profile, dies); break;
            case 7: Ask("/mini ", "local:five", dies); break;
            default: Ask("", _pins.GetValueOrDefault(_provider), dies); break;
        }
    }

    /// <summary>Once everything was dealt with: whether the choice was made is what the history says.</summary>
    public void Settle()
    {
        if (_choice is var (cause, takes) && bot.Database.ChangesOf(bot.KeyOf(Chat)).Contains(cause)) takes();
        _choice = null;
    }

    private void Choose(string text, Action takes) => _choice = (bot.CauseOf(Chat.Write(text)), takes);

    private void Reset()
    {
        _pins.Clear();
        _provider = Default;
    }

    private void Ask(string before, string? only, bool dies)
    {
        _question = book.NewQuestion(only);
        book.Begin(bot.CauseOf(Chat.Write($"{before}What is it? {MoodyVendor.Mark(_question)}")), _question, dies);
    }

    private void Tap(FakeButton button, bool dies)
    {
        var tap = Chat.TapLabel(Chat.Person!, Chat.LastMessage, button.Text);
        book.Begin(bot.CauseOf(tap), _question, dies);
        if (button.Text.StartsWith("Send again", StringComparison.Ordinal)) book.AgreeToTwice(_question);
    }

    private static bool IsAnswer(string label) => label.Split(' ', ',')[0] is "Yes" or "Send" or "Try" or "No";
}
