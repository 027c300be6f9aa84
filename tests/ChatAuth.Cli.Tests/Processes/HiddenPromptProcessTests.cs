using System.Text;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The hidden prompt on a real terminal, which the program <c>script</c> makes.</summary>
[Parallelizable]
[Platform("Linux")]
internal sealed class HiddenPromptProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private CliProcess _cli = null!;
    private StoreFile _store = null!;

    [SetUp]
    public void SetUp()
    {
        Assume.That("/usr/bin/script", Does.Exist, "script is missing: apt-get install bsdutils");
        _cli = new CliProcess();
        _store = new StoreFile(_cli);
    }

    [TearDown]
    public void TearDown() => _cli?.Dispose();

    [Test]
    public async Task Pasted_key_is_stored_and_no_character_of_it_echoed()
    {
        var (exitCode, screen) = await TypeAsync("models auth paste-api-key --provider anthropic", Canary.ApiKey + "\r");

        Assert.That(exitCode, Is.Zero, screen);
        Assert.That(Canary.FoundIn(screen), Is.Empty);
        Assert.That(Encoding.UTF8.GetString(_store.Bytes), Does.Contain(Canary.ApiKey));
    }

    [Test]
    public async Task Token_pasted_in_two_lines_is_joined_and_not_left_for_the_shell()
    {
        var (exitCode, screen) = await TypeAsync("models auth paste-token --provider anthropic", $"{Canary.Token[..60]}\r{Canary.Token[60..]}xxxx\r");

        Assert.That(exitCode, Is.Zero, screen);
        Assert.That(Canary.FoundIn(screen), Is.Empty);
        Assert.That(Encoding.UTF8.GetString(_store.Bytes), Does.Contain(Canary.Token + "xxxx"));
    }

    [Test]
    public async Task Control_c_leaves_everything_as_it_was()
    {
        var (exitCode, screen) = await TypeAsync("models auth paste-api-key --provider anthropic", Canary.ApiKey + "\x03");

        Assert.That(exitCode, Is.EqualTo(130), screen);
        Assert.That(Canary.FoundIn(screen), Is.Empty);
        Assert.That(_store.Path, Does.Not.Exist);
    }

    /// <summary>Types once the prompt stands; the terminal's whole output is returned.</summary>
    private async Task<(int ExitCode, string Screen)> TypeAsync(string arguments, string keys)
    {
        using var process = _cli.StartOnTerminal(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var screen = new StringBuilder();
        var buffer = new char[1024];
        var isTyped = false;
        for (int length; (length = await process.StandardOutput.ReadAsync(buffer, patience.Token)) > 0;)
        {
            screen.Append(buffer, 0, length);
            if (isTyped || !screen.ToString().Contains("not shown: ", StringComparison.Ordinal)) continue;
            isTyped = true;
            await process.StandardInput.WriteAsync(keys.AsMemory(), patience.Token);
            await process.StandardInput.FlushAsync(patience.Token);
        }
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, screen.ToString());
    }
}
