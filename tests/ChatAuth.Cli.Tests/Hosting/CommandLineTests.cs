using System.Text.Json;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Tests.Hosting;

internal sealed class CommandLineTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [TestCase("models sttus", "nearest: chatauth models status")]
    [TestCase("models status --jsn", "nearest: chatauth models status --json")]
    [TestCase("acess list", "nearest: chatauth access")]
    public async Task Misspelt_word_is_answered_with_the_nearest_known_one(string line, string hint)
    {
        var run = await _installation.RunAsync(line);

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("error [usage]").And.Contain("remedy: chatauth --help").And.Contain(hint));
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("models auth order get", "--provider")]
    [TestCase("models status --agent", "--agent")]
    [TestCase("access allow telegram:1 everything", "RIGHTS")]
    [TestCase("access", "after chatauth access a command is needed")]
    [TestCase("", "after chatauth a command is needed")]
    public async Task Usage_error_names_our_own_word_that_it_is_about(string line, string word)
    {
        var run = await _installation.RunAsync(line);

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain($"({word}"));
    }

    [TestCase("@/dev/null")]
    [TestCase("[suggest] models status")]
    [TestCase("[unknown] models status")]
    public async Task Answer_files_and_directives_are_nothing_special(string line)
    {
        var run = await _installation.RunAsync(line);

        Assert.That(run.ExitCode, Is.EqualTo(64));
    }

    [Test]
    public async Task Error_with_json_is_an_object_on_standard_output()
    {
        var run = await _installation.RunAsync("sessions show nowhere --json");

        Assert.That(run.Output.TrimEnd('\n'), Does.Not.Contain('\n'));
        var error = JsonDocument.Parse(run.Output).RootElement.GetProperty("error");
        Assert.That(error.EnumerateObject().Select(field => field.Name), Is.EqualTo(new[] { "code", "message", "detail", "remedy" }));
        Assert.That(error.GetProperty("code").GetString(), Is.EqualTo("session-unknown"));
    }

    [Test]
    public async Task Broken_store_is_told_with_its_place_and_exit_code()
    {
        _installation.Agents.Fault = new ChatAuthException(ErrorCode.StoreBusy, "/state/lock");

        var run = await _installation.RunAsync("models status");

        Assert.That(run.ExitCode, Is.EqualTo(69));
        Assert.That(run.Error, Is.EqualTo(
            "error [store-busy]: Another program holds the lock of the credential store. (/state/lock)\nremedy: Try again.\n"));
    }

    [Test]
    public async Task Defect_is_told_by_a_reference_only()
    {
        _installation.Agents.Fault = new InvalidOperationException("sk-ant-api03-FAKE");

        var run = await _installation.RunAsync("models status");

        Assert.That(run.ExitCode, Is.EqualTo(70));
        Assert.That(run.Error, Does.Match(@"\(reference [0-9a-f]{8}\)"));
        Assert.That(run.All, Does.Not.Contain("FAKE").And.Not.Contain(nameof(InvalidOperationException)));
    }

    [Test]
    public async Task Defect_shows_its_place_but_not_its_message_on_request()
    {
        _installation.Debug = true;
        _installation.Agents.Fault = new InvalidOperationException("sk-ant-api03-FAKE");

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Error, Does.Contain(typeof(InvalidOperationException).FullName).And.Contain(nameof(StoredAgents)));
        Assert.That(run.All, Does.Not.Contain("FAKE"));
    }

    [Test]
    public async Task Cancellation_is_130_and_silent()
    {
        _installation.Agents.Fault = new OperationCanceledException();

        var run = await _installation.RunAsync("models status");

        Assert.That(run, Is.EqualTo(new TestInstallation.Run(130, "", "")));
    }

    [Test]
    public async Task Version_is_ours()
    {
        var run = await _installation.RunAsync("--version");

        Assert.That(run, Is.EqualTo(new TestInstallation.Run(0, "chatauth 0.1.0\n", "")));
    }

    [Test]
    public async Task Help_needs_no_service()
    {
        _installation.Settings = null!;

        var run = await _installation.RunAsync("models --help");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("chatauth models").And.Contain("status").And.Contain("auth"));
    }

    [Test]
    public async Task Chat_hands_over_what_was_asked_for()
    {
        var run = await _installation.RunAsync("chat --demo --session t2 --as telegram:42 --agent research --log chat.log");

        Assert.That(run.ExitCode, Is.Zero);
        var chat = _installation.Chats.Single();
        Assert.That((chat.Demo, chat.Json, chat.Session, chat.Person.ToString(), chat.Agent.Name, chat.Log),
            Is.EqualTo((true, false, SessionKey.Terminal("t2"), "telegram:42", "research", "chat.log")));
    }

    [Test]
    public async Task Chat_without_options_is_the_operators_first_conversation()
    {
        await _installation.RunAsync("chat");

        var chat = _installation.Chats.Single();
        Assert.That((chat.Demo, chat.Session, chat.Person), Is.EqualTo((false, SessionKey.Terminal("t1"), (Core.Access.Person?)null)));
    }
}
