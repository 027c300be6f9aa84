using ChatAuth.Configuration;
using ChatAuth.Core.Errors;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class StateFileTests
{
    private DirectoryInfo _state = null!;

    [SetUp]
    public void MakeDirectory() => _state = Directory.CreateTempSubdirectory("chatauth-test-");

    [TearDown]
    public void DeleteDirectory() => _state.Delete(recursive: true);

    [Test]
    public void File_that_is_absent_says_nothing([Values("", "absent")] string below)
    {
        var layer = StateFile.Read(Path.Combine(_state.FullName, below));

        Assert.That(layer, Is.SameAs(ConfigurationNode.Nothing));
    }

    [Test]
    public void File_with_comments_is_read()
    {
        Write("""{ /* ours */ "ChatAuth": { "Model": { "Default": "demo/echo", } } }""");

        var layer = StateFile.Read(_state.FullName);

        Assert.That(layer.Find("Model", "Default"), Is.EqualTo("demo/echo"));
    }

    [Test]
    public void File_that_is_damaged_is_named_with_its_line_and_without_its_content()
    {
        Write("{\n  \"ChatAuth\": {\n    \"sk-FAKE-canary\": sk-FAKE-canary\n  }\n}");

        var thrown = Assert.Throws<ChatAuthException>(() => StateFile.Read(_state.FullName))!;

        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.ConfigurationInvalid));
        Assert.That(thrown.Detail, Is.EqualTo($"{Path.Combine(_state.FullName, "chatauth.json")}, line 3: not valid JSON"));
        Assert.That(thrown.ToString(), Does.Not.Contain("canary"));
    }

    [TestCase("""[]""", "must be one JSON object in which no key stands twice")]
    [TestCase("""{ "ChatAuth": { "A": "canary", "a": "canary" } }""", "must be one JSON object in which no key stands twice")]
    [TestCase("""{ "Model": { "Default": "demo/echo" } }""", "every key must stand under ChatAuth")]
    [TestCase("""{ "ChatAuth": { "Storage": { "StateDirectory": "/x" } } }""", "Storage:StateDirectory must not be set here")]
    [TestCase("""{ "ChatAuth": { "Telegram": { "Token": "canary" } } }""", "Telegram:Token must not be set here")]
    [TestCase("""{ "ChatAuth": { "Discord": { "Token": "canary" } } }""", "Discord:Token must not be set here")]
    [TestCase("""{ "ChatAuth": { "Telegram": { "Webhook": { "Secret": "canary" } } } }""", "Telegram:Webhook:Secret must not be set here")]
    public void File_of_another_shape_is_refused(string content, string requirement)
    {
        Write(content);

        var thrown = Assert.Throws<ChatAuthException>(() => StateFile.Read(_state.FullName))!;

        Assert.That(thrown.Detail, Is.EqualTo($"{Path.Combine(_state.FullName, "chatauth.json")}: {requirement}"));
    }

    [Test]
    public void File_that_others_can_read_is_read()
    {
        Write("""{ "ChatAuth": { "Model": { "Default": "demo/echo" } } }""", UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.That(StateFile.Read(_state.FullName).Find("Model", "Default"), Is.EqualTo("demo/echo"));
    }

    [TestCase(UnixFileMode.GroupWrite)]
    [TestCase(UnixFileMode.OtherWrite)]
    public void File_that_others_can_write_is_refused_with_its_path(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
        Write("""{ "ChatAuth": { "Model": { "Default": "demo/echo" } } }""", others);

        var thrown = Assert.Throws<ChatAuthException>(() => StateFile.Read(_state.FullName))!;

        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.StateUnsafe));
        Assert.That(thrown.Detail, Is.EqualTo($"{Path.Combine(_state.FullName, "chatauth.json")}: others can write to it"));
    }

    [Test]
    public void What_is_no_file_is_refused()
    {
        _state.CreateSubdirectory("chatauth.json");

        var thrown = Assert.Throws<ChatAuthException>(() => StateFile.Read(_state.FullName))!;

        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.StateUnsafe));
    }

    [Test]
    public void File_that_is_huge_is_refused_without_reading_it()
    {
        Write("{}");
        using (var file = File.OpenWrite(Path.Combine(_state.FullName, StateFile.Name))) file.SetLength(1L << 40);

        var thrown = Assert.Throws<ChatAuthException>(() => StateFile.Read(_state.FullName))!;

        Assert.That(thrown.Detail, Does.EndWith(": cannot be read"));
    }

    private void Write(string content, UnixFileMode others = UnixFileMode.None)
    {
        var path = Path.Combine(_state.FullName, StateFile.Name);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
    }
}
