using ChatAuth.Channels.Telegram;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class TelegramReaderTests
{
    private const string Token = "123456789:FAKEfakeFAKEfakeFAKEfakeFAKEfake1_-";
    private const string WebhookSecret = "FAKE-webhook-secret-0123456789abcdef";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private DirectoryInfo _state = null!;

    [SetUp]
    public void MakeDirectory() => _state = Directory.CreateTempSubdirectory("chatauth-test-");

    [TearDown]
    public void DeleteDirectory() => _state.Delete(recursive: true);

    [Test]
    public void Token_alone_polls_telegrams_own_servers()
    {
        var settings = Read(("TOKEN", Token));

        Assert.That(settings, Is.EqualTo(new TelegramSettings(Secret(Token))));
    }

    [Test]
    public void Webhook_has_an_address_and_a_secret()
    {
        var settings = Read(
            ("TOKEN", Token), ("TRANSPORT", "Webhook"), ("WEBHOOK__URL", "https://bot.example.com/telegram/webhook"),
            ("WEBHOOK__SECRET", WebhookSecret), ("BASEURL", "http://localhost:8081"), ("KEEPPACE", "false"));

        Assert.That(settings, Is.EqualTo(new TelegramSettings(Secret(Token))
        {
            BaseUrl = new("http://localhost:8081"),
            Transport = TelegramTransport.Webhook,
            WebhookUrl = new("https://bot.example.com/telegram/webhook"),
            WebhookSecret = Secret(WebhookSecret),
            KeepsPace = false,
        }));
    }

    [Test]
    public void Secrets_may_be_in_files_beside_the_state()
    {
        Write("token", Token + "\n");
        Write("webhook", WebhookSecret);

        var settings = Read(
            ("TOKENFILE", "token"), ("TRANSPORT", "webhook"), ("WEBHOOK__URL", "https://bot.example.com/"),
            ("WEBHOOK__SECRETFILE", Path.Combine(_state.FullName, "webhook")));

        Assert.That((settings.Token, settings.WebhookSecret), Is.EqualTo((Secret(Token), Secret(WebhookSecret))));
    }

    [Test]
    public void Credential_of_the_unit_is_taken_where_nothing_is_configured()
    {
        Write("telegram-token", Token, OwnerOnly | UnixFileMode.GroupRead);

        var settings = Read(("/CREDENTIALS_DIRECTORY", _state.FullName));

        Assert.That(settings.Token, Is.EqualTo(Secret(Token)));
    }

    [Test]
    public void What_is_missing_is_said_at_once()
    {
        var problems = ProblemsOf(("TRANSPORT", "webhook"), ("WEBHOOK__URL", "https://bot.example.com/"));

        Assert.That(problems, Has.Length.EqualTo(2));
        Assert.That(problems[0], Does.StartWith("Telegram:Token: must be a bot's token").And.Contain("CHATAUTH__TELEGRAM__TOKEN"));
        Assert.That(problems[1], Does.StartWith("Telegram:Webhook:Secret: must be 32").And.Contain("openssl rand -hex 32"));
    }

    [Test]
    public void File_must_be_there_be_private_and_hold_a_token()
    {
        Write("open", Token, OwnerOnly | UnixFileMode.OtherRead);
        Write("other", "canary");

        Assert.That(ProblemsOf(("TOKENFILE", "absent")), Is.EqualTo(new[] { "Telegram:TokenFile: must name a file; there is none" }));
        Assert.That(ProblemsOf(("TOKENFILE", "open"))[0], Does.StartWith("Telegram:TokenFile: ").And.EndsWith("others than its owner can read or write it"));
        Assert.That(ProblemsOf(("TOKENFILE", "other"))[0], Does.StartWith("Telegram:TokenFile: the file must hold").And.Not.Contain("canary"));
    }

    [TestCase("TOKEN", "canary", "Telegram:Token: must be a bot's token, as BotFather gave it")]
    [TestCase("BASEURL", "http://canary.example.com", "Telegram:BaseUrl: must be an absolute https address, or http on this machine, without user, query and fragment")]
    [TestCase("BASEURL", "https://canary@api.example.com", "Telegram:BaseUrl: must be an absolute https address, or http on this machine, without user, query and fragment")]
    [TestCase("TRANSPORT", "canary", "Telegram:Transport: must be polling or webhook")]
    [TestCase("TRANSPORT", "1", "Telegram:Transport: must be polling or webhook")]
    [TestCase("WEBHOOK__URL", "http://canary.example.com/", "Telegram:Webhook:Url: must be an absolute https address, or http on this machine, without user, query and fragment")]
    [TestCase("WEBHOOK__SECRET", "canary", "Telegram:Webhook:Secret: must be 32 to 256 letters, digits, _ and -, such as `openssl rand -hex 32` makes")]
    public void Value_of_another_form_is_refused_by_every_program_and_not_repeated(string key, string value, string problem) =>
        Assert.That(ProblemsOf((key, value)), Is.EqualTo(new[] { problem }));

    [Test]
    public void Webhook_without_an_address_is_refused() =>
        Assert.That(ProblemsOf(("TRANSPORT", "webhook"))[0], Does.StartWith("Telegram:Webhook:Url: must be"));

    [Test]
    public void Secret_in_two_places_is_refused() =>
        Assert.That(ProblemsOf(("TOKEN", Token), ("TOKENFILE", "token")), Is.EqualTo(new[] { "Telegram:TokenFile: must not be set beside Telegram:Token" }));

    private TelegramSettings Read(params (string Name, string Value)[] variables)
    {
        var environment = new ProcessEnvironment(variables.ToDictionary(
            variable => variable.Name[0] == '/' ? variable.Name[1..] : $"CHATAUTH__TELEGRAM__{variable.Name}", variable => variable.Value), "/nonexistent");
        return TelegramReader.Read(ChatAuthConfiguration.Load(null, _state.FullName, environment), environment);
    }

    private string[] ProblemsOf(params (string Name, string Value)[] variables)
    {
        var thrown = Assert.Throws<ChatAuthException>(() => Read(variables))!;
        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.ConfigurationInvalid));
        return thrown.Detail!.Split('\n');
    }

    private void Write(string name, string content, UnixFileMode mode = OwnerOnly)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
        var path = Path.Combine(_state.FullName, name);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    private static Secret Secret(string text) => Core.Credentials.Secret.TryCreate(text, out var secret) ? secret! : throw new ArgumentException(text);
}
