using ChatAuth.Channels.Discord;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class DiscordReaderTests
{
    private const string Application = "700000000000000001";
    private const string Token = "NzAwMDAwMDAwMQ.FAKE.FAKEfakeFAKEfakeFAKEfakeFAKEfake1_-";

    /// <summary>The first of RFC 8032.</summary>
    private const string PublicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private DirectoryInfo _state = null!;

    [SetUp]
    public void MakeDirectory() => _state = Directory.CreateTempSubdirectory("chatauth-test-");

    [TearDown]
    public void DeleteDirectory() => _state.Delete(recursive: true);

    [Test]
    public void Application_key_and_token_are_enough()
    {
        var settings = Read(("APPLICATIONID", Application), ("PUBLICKEY", PublicKey), ("TOKEN", Token));

        Assert.That((settings.ApplicationId, settings.PublicKey, settings.Token), Is.EqualTo((Application, PublicKey, Secret(Token))));
        Assert.That((settings.BaseUrl, settings.Guilds.Count), Is.EqualTo((new Uri("https://discord.com/api/v10"), 0)));
    }

    [Test]
    public void Guilds_and_another_server_can_be_named()
    {
        var settings = Read(
            ("APPLICATIONID", Application), ("PUBLICKEY", PublicKey), ("TOKEN", Token), ("GUILDS__0", "1"), ("GUILDS__1", "2"), ("BASEURL", "http://localhost:81/api/v10"));

        Assert.That(settings.Guilds, Is.EqualTo(new[] { "1", "2" }));
        Assert.That(settings.BaseUrl, Is.EqualTo(new Uri("http://localhost:81/api/v10")));
    }

    [Test]
    public void Socket_needs_no_public_key()
    {
        var settings = Read(("APPLICATIONID", Application), ("TOKEN", Token), ("TRANSPORT", "Socket"));

        Assert.That((settings.Transport, settings.PublicKey), Is.EqualTo((DiscordTransport.Socket, (string?)null)));
    }

    [Test]
    public void Names_of_the_gateway_are_known_where_one_is_configured()
    {
        (string, string)[] bot = [("APPLICATIONID", Application), ("PUBLICKEY", PublicKey), ("TOKEN", Token)];

        Assert.That(Read(bot).Hosts, Is.Empty);
        Assert.That(Read([.. bot, ("/CHATAUTH__GATEWAY__HOSTS__0", "bot.example.com")]).Hosts, Is.EqualTo(new[] { "bot.example.com", "127.0.0.1" }));
    }

    [Test]
    public void Token_may_be_in_a_file_or_be_a_credential_of_the_unit([Values("token", "discord-token")] string name)
    {
        Write(name, Token);

        var settings = Read(
            ("APPLICATIONID", Application), ("PUBLICKEY", PublicKey), name == "token" ? ("TOKENFILE", name) : ("/CREDENTIALS_DIRECTORY", _state.FullName));

        Assert.That(settings.Token, Is.EqualTo(Secret(Token)));
    }

    [Test]
    public void What_is_missing_is_said_at_once()
    {
        var problems = ProblemsOf();

        Assert.That(problems, Has.Length.EqualTo(3));
        Assert.That(problems[0], Does.StartWith("Discord:ApplicationId: must be"));
        Assert.That(problems[1], Does.StartWith("Discord:PublicKey: must be"));
        Assert.That(problems[2], Does.StartWith("Discord:Token: must be").And.Contain("CHATAUTH__DISCORD__TOKEN"));
    }

    [TestCase("APPLICATIONID", "canary", "Discord:ApplicationId: ")]
    [TestCase("PUBLICKEY", "canary", "Discord:PublicKey: ")]
    [TestCase("PUBLICKEY", "0100000000000000000000000000000000000000000000000000000000000000", "Discord:PublicKey: ", Description = "it would verify what nobody signed")]
    [TestCase("TOKEN", "canary", "Discord:Token: ")]
    [TestCase("TOKEN", "Bot " + Token, "Discord:Token: ")]
    [TestCase("BASEURL", "http://canary.example.com", "Discord:BaseUrl: ")]
    [TestCase("GUILDS__0", "canary", "Discord:Guilds[0]: ")]
    public void Value_of_another_form_is_refused_by_every_program_and_not_repeated(string key, string value, string beginning)
    {
        var problems = ProblemsOf((key, value));

        Assert.That(problems, Has.Length.EqualTo(1));
        Assert.That(problems[0], Does.StartWith(beginning + "must be").And.Not.Contain("canary"));
    }

    [TestCase("APPLICATIONID", Application)]
    [TestCase("PUBLICKEY", PublicKey)]
    [TestCase("TOKEN", Token)]
    [TestCase("TOKENFILE", "token")]
    public void Bot_is_meant_as_soon_as_anything_of_its_own_is_set(string key, string value) => Assert.That(IsMeant((key, value)), Is.True);

    [Test]
    public void Bot_is_not_meant_by_defaults_or_another_ones_credential()
    {
        Write("telegram-token", "123456789:FAKEfakeFAKEfakeFAKEfakeFAKEfake1_-");

        Assert.That(IsMeant(("BASEURL", "https://discord.example.com"), ("/CREDENTIALS_DIRECTORY", _state.FullName)), Is.False);
    }

    private bool IsMeant(params (string Name, string Value)[] variables)
    {
        var environment = Environment(variables);
        return DiscordReader.IsMeant(ChatAuthConfiguration.Load(null, _state.FullName, environment).Options.Discord, environment);
    }

    private DiscordSettings Read(params (string Name, string Value)[] variables)
    {
        var environment = Environment(variables);
        return DiscordReader.Read(ChatAuthConfiguration.Load(null, _state.FullName, environment), environment);
    }

    private static ProcessEnvironment Environment((string Name, string Value)[] variables) => new(
        variables.ToDictionary(variable => variable.Name[0] == '/' ? variable.Name[1..] : $"CHATAUTH__DISCORD__{variable.Name}", variable => variable.Value), "/nonexistent");

    private string[] ProblemsOf(params (string Name, string Value)[] variables)
    {
        var thrown = Assert.Throws<ChatAuthException>(() => Read(variables))!;
        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.ConfigurationInvalid));
        return thrown.Detail!.Split('\n');
    }

    private void Write(string name, string content)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
        var path = Path.Combine(_state.FullName, name);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static Secret Secret(string text) => Core.Credentials.Secret.TryCreate(text, out var secret) ? secret! : throw new ArgumentException(text);
}
