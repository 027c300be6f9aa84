using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Imports;
using ChatAuth.Storage.Tests.Files;

namespace ChatAuth.Storage.Tests.Imports;

internal sealed class ClaudeCodeLoginTests
{
    private const long Ends = 1_800_000_000_000;
    private TemporaryHome _home = null!;

    [SetUp]
    public void SetUp() => _home = new TemporaryHome();

    [TearDown]
    public void TearDown() => _home.Dispose();

    [Test]
    public async Task Login_with_a_refresh_token_is_one_by_oauth()
    {
        Write($"""
            "accessToken":"sk-ant-oat01-FAKE","refreshToken":"sk-ant-ort01-FAKE","expiresAt":{Ends},"scopes":["user:inference"],"subscriptionType":"max"
            """);

        var reading = await Source().ReadAsync(default);

        Assert.That(reading, Is.EqualTo(new SourceReading.Login(new Credential.OAuth(
            TemporaryHome.Fake("sk-ant-oat01-FAKE"), TemporaryHome.Fake("sk-ant-ort01-FAKE"), DateTimeOffset.FromUnixTimeMilliseconds(Ends)))));
    }

    [Test]
    public async Task Login_without_a_refresh_token_is_a_token()
    {
        Write($"""
            "accessToken":"sk-ant-oat01-FAKE","refreshToken":"","expiresAt":{Ends}
            """);

        var reading = await Source().ReadAsync(default);

        Assert.That(reading, Is.EqualTo(new SourceReading.Login(
            new Credential.Token(TemporaryHome.Fake("sk-ant-oat01-FAKE"), DateTimeOffset.FromUnixTimeMilliseconds(Ends)))));
    }

    [Test]
    public async Task End_of_zero_is_an_end_while_a_refresh_token_lives()
    {
        Write("""
            "accessToken":"sk-ant-oat01-FAKE","refreshToken":"sk-ant-ort01-FAKE","expiresAt":0
            """);

        var reading = (SourceReading.Login)await Source().ReadAsync(default);

        Assert.That(reading.Credential.Expires, Is.EqualTo(DateTimeOffset.UnixEpoch).Within(TimeSpan.FromMilliseconds(1)));
    }

    [TestCase("""  "accessToken":"sk-ant-oat01-FAKE","expiresAt":0  """)]
    [TestCase("""  "accessToken":"sk-ant-oat01-FAKE","refreshToken":"sk-ant-ort01-FAKE"  """)]
    [TestCase("""  "accessToken":"sk-ant-oat01-FAKE","refreshToken":"sk-ant-ort01-FAKE","expiresAt":-1  """)]
    [TestCase("""  "accessToken":"sk-ant-oat01-FAKE","refreshToken":"sk-ant-ort01-FAKE","expiresAt":1e300  """)]
    [TestCase("""  "accessToken":"sk-ant-oat01-FAKE","refreshToken":"sk-ant-ort01-FAKE","expiresAt":"tomorrow"  """)]
    [TestCase("""  "accessToken":"","expiresAt":1800000000000  """)]
    [TestCase("""  "accessToken":"sk-ant\n-FAKE","expiresAt":1800000000000  """)]
    [TestCase("""  "accessToken":"\ud800","expiresAt":1800000000000  """)]
    [TestCase("""  "accessToken":7,"expiresAt":1800000000000  """)]
    public async Task Login_without_a_token_or_an_end_is_unusable(string fields)
    {
        Write(fields);

        var reading = await Source().ReadAsync(default);

        Assert.That(reading, Is.InstanceOf<SourceReading.Unusable>());
        Assert.That(((SourceReading.Unusable)reading).Why, Does.Not.Contain("FAKE"));
    }

    [TestCase("{}")]
    [TestCase("""{"claudeAiOauth":null}""")]
    [TestCase("[]")]
    public async Task File_without_a_login_is_nothing(string json)
    {
        TemporaryHome.Write(_home.ClaudeFile, json);

        Assert.That(await Source().ReadAsync(default), Is.EqualTo(new SourceReading.Nothing()));
    }

    [TestCase("")]
    [TestCase("""{"claudeAiOauth":{"accessToken":"sk-ant-oat01-FAKE","refr""")]
    public async Task Torn_file_is_unusable(string json)
    {
        TemporaryHome.Write(_home.ClaudeFile, json);

        Assert.That(await Source().ReadAsync(default), Is.InstanceOf<SourceReading.Unusable>());
    }

    [Test]
    public async Task Absent_file_is_nothing_and_has_no_mark()
    {
        Assert.That(Source().FindMark(), Is.Null);
        Assert.That(await Source().ReadAsync(default), Is.EqualTo(new SourceReading.Nothing()));
    }

    [Test]
    public async Task User_without_a_home_has_nothing()
    {
        var source = new ClaudeCodeLogin(new ImportPlaces(""), TimeProvider.System);

        Assert.That(source.FindMark(), Is.Null);
        Assert.That(await source.ReadAsync(default), Is.EqualTo(new SourceReading.Nothing()));
    }

    [Test]
    public async Task Keychain_comes_before_the_file()
    {
        Needs.Unix();
        Write($"""
            "accessToken":"FAKE-of-the-file","expiresAt":{Ends}
            """);
        var program = _home.WriteProgram("""echo '{"claudeAiOauth":{"accessToken":"FAKE-of-the-keychain","expiresAt":1800000000000}}'""");

        var reading = (SourceReading.Login)await Source(program).ReadAsync(default);

        Assert.That(((Credential.Token)reading.Credential).Value, Is.EqualTo(TemporaryHome.Fake("FAKE-of-the-keychain")));
    }

    [Test]
    public async Task Keychain_without_it_leaves_the_file()
    {
        Needs.Unix();
        Write($"""
            "accessToken":"FAKE-of-the-file","expiresAt":{Ends}
            """);

        var reading = (SourceReading.Login)await Source(_home.WriteProgram("exit 44")).ReadAsync(default);

        Assert.That(((Credential.Token)reading.Credential).Value, Is.EqualTo(TemporaryHome.Fake("FAKE-of-the-file")));
    }

    [Test]
    public void Mark_changes_with_the_file_and_with_the_keychain()
    {
        var source = Source(_home.PathOf("security"));
        Write("");
        var first = source.FindMark();
        Write("  ");
        var second = source.FindMark();
        TemporaryHome.Write(_home.PathOf("Library/Keychains/login.keychain-db"), "FAKE");
        var third = source.FindMark();

        Assert.That(new[] { first, second, third }, Is.Unique);
    }

    private void Write(string fields) => TemporaryHome.Write(_home.ClaudeFile, TemporaryHome.ClaudeJson(fields));

    private ClaudeCodeLogin Source(string? keychain = null) => new(_home.Places with { KeychainProgram = keychain }, TimeProvider.System);
}
