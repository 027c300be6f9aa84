using ChatAuth.Cli.Hosting;
using ChatAuth.Cli.Tests.Chat;

namespace ChatAuth.Cli.Tests.Hosting;

internal sealed class HiddenPromptTests
{
    private StringWriter _screen = null!;

    [SetUp]
    public void SetUp() => _screen = new StringWriter { NewLine = "\n" };

    [TearDown]
    public void TearDown() => _screen.Dispose();

    [TestCase("secret\n", "secret")]
    [TestCase("sex\bcret\n", "secret")]
    [TestCase("\b\bsecret\n", "secret")]
    [TestCase("wrong\x15secret\n", "secret")]
    [TestCase("sec\x01ret\n", "secret")]
    [TestCase("\n", "")]
    [TestCase("\x04", null)]
    public async Task Keys_make_the_text(string keys, string? text) => Assert.That(await ReadAsync(keys), Is.EqualTo(text));

    [Test]
    public async Task Lines_of_one_paste_are_joined() => Assert.That(await ReadAsync("first-half\nsecond-half\n"), Is.EqualTo("first-halfsecond-half"));

    [Test]
    public async Task Nothing_that_is_typed_is_shown()
    {
        await ReadAsync("secret\n");

        Assert.That(_screen.ToString(), Is.EqualTo("The key, not shown: \n"));
    }

    [Test]
    public void Control_c_leaves() => Assert.That(() => ReadAsync("sec\x03ret\n"), Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public async Task Pipe_is_taken_whole()
    {
        var host = HostOf(new TypedInput(() => new StringReader("from a pipe\n"), new PreparedKeys(""), IsTerminal: false));

        Assert.That(await HiddenPrompt.ReadAsync(host, "The key", default), Is.EqualTo("from a pipe\n"));
        Assert.That(_screen.ToString(), Is.Empty);
    }

    [Test]
    public async Task Endless_pipe_is_cut()
    {
        var host = HostOf(new TypedInput(() => new StringReader(new string('x', 1_000_000)), new PreparedKeys(""), IsTerminal: false));

        Assert.That(await HiddenPrompt.ReadAsync(host, "The key", default), Has.Length.EqualTo(16 * 1024));
    }

    private Task<string?> ReadAsync(string keys)
    {
        var installation = new TestInstallation();
        installation.Type(keys);
        return HiddenPrompt.ReadAsync(HostOf(installation.Input, installation), "The key", default);
    }

    private CliHost HostOf(TypedInput input, TestInstallation? installation = null) => new()
    {
        Output = TextWriter.Null,
        Error = _screen,
        Json = false,
        Input = input,
        Assemble = (_, _) => (installation ?? new TestInstallation()).Assemble(),
        RunChat = (_, _, _) => Task.FromResult(0),
    };
}
