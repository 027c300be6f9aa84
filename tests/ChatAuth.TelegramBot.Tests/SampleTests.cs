using ChatAuth.Testing.Samples;
using ChatAuth.Testing.Telegram;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.TelegramBot.Tests;

/// <summary>The sample, run as it is, with a Telegram and a vendor of our own.</summary>
internal sealed class SampleTests
{
    [Test]
    public async Task Account_that_is_chosen_by_buttons_answers_the_next_message()
    {
        await using var telegram = await FakeTelegramServer.StartAsync(new FakeTelegramOptions { FloodLimit = false });
        await using var vendor = FakeVendor.Start();
        var ann = telegram.AddPerson("Ann");
        var chat = telegram.PrivateChat(ann).AlreadyOpen();
        await using var sample = await StartAsync(telegram, vendor, ann);

        var command = chat.Write("/model");
        var menu = await chat.WaitForReplyAsync(command);
        await TapAsync(chat, ann, menu, "opus");
        await TapAsync(chat, ann, menu, "spare");
        var question = chat.Write("Say hello");
        var answer = await chat.WaitForReplyAsync(question);

        Assert.That(answer.Text, Does.Contain("The fake vendor answers."));
        Assert.That(vendor.Requests.Select(request => request.Credential), Is.EqualTo(new[] { "sk-FAKE-spare" }));
        Assert.That(telegram.Defects, Is.Empty);
    }

    [Test]
    public async Task Answer_that_telegram_refuses_is_written_down_by_its_kind()
    {
        await using var telegram = await FakeTelegramServer.StartAsync(new FakeTelegramOptions { FloodLimit = false });
        await using var vendor = FakeVendor.Start();
        var ann = telegram.AddPerson("Ann");
        var chat = telegram.PrivateChat(ann).AlreadyOpen();
        await using var sample = await StartAsync(telegram, vendor, ann);

        telegram.Faults.Refuse(403, "Forbidden: bot was blocked by the user", method: "sendMessage");
        chat.Write("Say hello");

        Assert.That(await sample.ReadFailureAsync(), Is.EqualTo("ApiRequestException"));
    }

    private static async Task<SampleProcess> StartAsync(FakeTelegramServer telegram, FakeVendor vendor, FakeUser owner)
    {
        var sample = new SampleProcess("TelegramBotBot", vendor, $"telegram:{owner.Id}", ("TELEGRAM_TOKEN", telegram.Token), ("TELEGRAM_URL", $"{telegram.BaseUrl}"));
        await telegram.WaitForRequestArrivalAsync("getUpdates", timeout: TimeSpan.FromSeconds(60));
        return sample;
    }

    /// <summary>Until what takes the menu's place is there.</summary>
    private static async Task TapAsync(FakeChat chat, FakeUser person, FakeMessage menu, string label)
    {
        var edits = menu.EditCount;
        await chat.TapLabel(person, menu, menu.Buttons.First(button => button.Text.Contains(label, StringComparison.Ordinal)).Text).WaitForAnswerAsync();
        await chat.WaitForMessageAsync(message => message == menu && message.EditCount > edits);
    }
}
