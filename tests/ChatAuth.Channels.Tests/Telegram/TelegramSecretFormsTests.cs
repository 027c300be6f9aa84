using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramSecretFormsTests
{
    [TestCase("123456789:FAKEfakeFAKEfakeFAKEfakeFAKEfake1_-", true)]
    [TestCase("123456789", false)]
    [TestCase("FAKEfakeFAKEfakeFAKEfakeFAKEfake1_-", false)]
    [TestCase("0123456789:FAKEfakeFAKEfakeFAKEfakeFAKEfake1_-", false)]
    [TestCase("123456789:FAKE/../FAKEfakeFAKEfakeFAKEfake1_-", false)]
    [TestCase("bot123456789:FAKEfakeFAKEfakeFAKEfakeFAKEfake1_-", false)]
    public void Token_is_told_by_its_form(string text, bool isToken)
    {
        Secret.TryCreate(text, out var secret);

        Assert.That(TelegramSecretForms.IsToken(secret!), Is.EqualTo(isToken));
    }

    [TestCase(31, '1', false)]
    [TestCase(32, '1', true)]
    [TestCase(256, '_', true)]
    [TestCase(257, '-', false)]
    [TestCase(64, '+', false)]
    public void Webhook_secret_is_long_and_of_characters_that_telegram_accepts(int length, char character, bool isSecret)
    {
        Secret.TryCreate(new string(character, length), out var secret);

        Assert.That(TelegramSecretForms.IsWebhookSecret(secret!), Is.EqualTo(isSecret));
    }
}
