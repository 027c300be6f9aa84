using System.Diagnostics;
using System.Globalization;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Storage.Variables;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Storage.Tests.Variables;

internal sealed class LoginShellTests
{
    private TemporaryState _state = null!;
    private FakeShell _shell = null!;

    [SetUp]
    public void SetUp()
    {
        Needs.Unix();
        _state = new TemporaryState();
        _shell = new FakeShell(_state);
    }

    [TearDown]
    public void TearDown() => _state?.Dispose();

    [Test]
    public void Names_of_the_table_are_taken_from_what_the_profile_exports()
    {
        var found = _shell.With($"export ANTHROPIC_API_KEY={Canary.ApiKey} LD_PRELOAD_NOT=1 ANTHROPIC_BASE_URL=https://evil.example").Ask();

        Assert.That(found.Values.Keys, Is.EqualTo(new[] { "ANTHROPIC_API_KEY" }));
        Assert.That(found.Values["ANTHROPIC_API_KEY"]!.Reveal(), Is.EqualTo(Canary.ApiKey));
        Assert.That(found.Faults, Is.Empty);
    }

    [Test]
    public void What_the_profile_prints_is_not_read()
    {
        var found = _shell.With("printf 'OPENAI_API_KEY=fake-banner\\0'; echo welcome; echo oops >&2; export GEMINI_API_KEY=fake-1").Ask();

        Assert.That(found.Values.Keys, Is.EqualTo(new[] { "GEMINI_API_KEY" }));
    }

    [TestCase("/bin/sh")]
    [TestCase("/bin/bash")]
    public void Real_shell_reads_the_users_profile(string path)
    {
        if (!File.Exists(path)) Assert.Ignore($"Needs {path}");
        File.WriteAllText(Path.Combine(_state.Root, ".profile"), "export MISTRAL_API_KEY=fake-of-profile\n");

        var found = _shell.At(path).Ask();

        Assert.That(found.Values["MISTRAL_API_KEY"]!.Reveal(), Is.EqualTo("fake-of-profile"));
    }

    [Test]
    public void Child_gets_nothing_of_this_process()
    {
        Environment.SetEnvironmentVariable("CHATAUTH_TEST_PLANTED", "1");

        _shell.With($"env | cut -d= -f1 | sort >{_shell.Trace}").Ask();

        Environment.SetEnvironmentVariable("CHATAUTH_TEST_PLANTED", null);
        string[] given = ["HOME", "LOGNAME", "PATH", "SHELL", "TERM", "USER"];
        Assert.That(File.ReadAllLines(_shell.Trace).Except(["PWD", "OLDPWD", "_", "SHLVL"]), Is.EqualTo(given));
    }

    [Test]
    public void Malformed_value_is_a_fault_without_its_text()
    {
        var found = _shell.With($"export OPENAI_API_KEY='{Canary.Token} {Canary.Access}'").Ask();

        Assert.That(found.Faults, Is.EqualTo(new[] { "login shell: OPENAI_API_KEY does not hold a key." }));
        Assert.That(found.Values["OPENAI_API_KEY"], Is.Null);
    }

    [Test]
    public void Hung_profile_ends_with_its_whole_group()
    {
        var found = _shell.With($"sleep 1000 & echo $! >{_shell.Trace}; wait", seconds: 1).Ask();

        Assert.That(found.Faults, Is.EqualTo(new[] { "The login shell told nothing. It gave no answer within 1 s." }));
        Assert.That(IsRunning(int.Parse(File.ReadAllText(_shell.Trace), CultureInfo.InvariantCulture)), Is.False);
    }

    [Test]
    public void Child_that_keeps_the_output_open_holds_nobody_up()
    {
        var found = _shell.With("sleep 1000 & export XAI_API_KEY=fake-1").Ask();

        Assert.That(found.Values.Keys, Is.EqualTo(new[] { "XAI_API_KEY" }));
    }

    [Test]
    public void Endless_output_is_cut_off()
    {
        var found = _shell.With("while :; do echo 0123456789012345678901234567890123456789012345678901234567890123456789; done").Ask();

        Assert.That(found.Faults, Is.EqualTo(new[] { "The login shell told nothing. It printed more than 2 MiB." }));
    }

    [TestCase("/bin/false", "It ended without an answer.")]
    [TestCase("/nowhere/shell", "It cannot be started.")]
    public void Shell_that_is_none_is_a_fault(string path, string why) =>
        Assert.That(_shell.At(path).Ask().Faults, Is.EqualTo(new[] { $"The login shell told nothing. {why}" }));

    [Test]
    public void User_database_names_the_shell_whatever_the_environment_says()
    {
        var before = Environment.GetEnvironmentVariable("SHELL");
        Environment.SetEnvironmentVariable("SHELL", "/tmp/evil");

        var account = ShellAccount.Find();

        Environment.SetEnvironmentVariable("SHELL", before);
        Assert.That(account!.Shell, Does.StartWith("/").And.Not.EqualTo("/tmp/evil"));
        Assert.That(account.Name, Is.EqualTo(Environment.UserName));
        Assert.That(account.Home, Does.StartWith("/"));
    }

    /// <summary>A process that was ended, but that nobody has reaped yet, is still listed on Linux.</summary>
    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return File.Exists($"/proc/{id}/stat") ? !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal) : !process.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
