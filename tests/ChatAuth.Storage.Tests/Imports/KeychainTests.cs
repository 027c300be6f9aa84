using System.Text;
using ChatAuth.Storage.Imports;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Storage.Tests.Imports;

/// <summary>On a script in the place of the system's program.</summary>
internal sealed class KeychainTests
{
    private TemporaryHome _home = null!;

    [SetUp]
    public void SetUp()
    {
        Needs.Unix();
        _home = new TemporaryHome();
    }

    [TearDown]
    public void TearDown() => _home.Dispose();

    [Test]
    public async Task Password_is_asked_for_by_its_service()
    {
        var (found, why) = await ReadAsync("""printf '%s|' "$@" """);

        Assert.That(why, Is.Null);
        Assert.That(Encoding.UTF8.GetString(found!.Json.Span), Is.EqualTo("find-generic-password|-s|Claude Code-credentials|-w|"));
    }

    [Test]
    public async Task Password_that_is_not_there_is_nothing() =>
        Assert.That(await ReadAsync("exit 44"), Is.EqualTo(((LoginBytes?)null, (string?)null)));

    [Test]
    public async Task Refusal_is_told_without_what_the_program_said()
    {
        var (_, why) = await ReadAsync("echo FAKE-secret >&2; exit 51");

        Assert.That(why, Is.EqualTo("the Keychain did not hand it out"));
    }

    [Test]
    public async Task Flood_is_cut_off()
    {
        var (_, why) = await ReadAsync("cat /dev/zero");

        Assert.That(why, Is.EqualTo("what the Keychain holds is larger than 1 MB"));
    }

    [Test]
    public async Task Program_that_is_absent_is_told()
    {
        var (_, why) = await Keychain(_home.PathOf("absent"), TimeProvider.System).ReadAsync(default);

        Assert.That(why, Is.EqualTo("the program that reads the Keychain cannot be started"));
    }

    [Test]
    public async Task Program_that_waits_is_ended_after_five_seconds_with_its_children()
    {
        Needs.Run("mkfifo", _home.PathOf("lives"));
        var time = new FakeTime();
        // The child holds the pipe's writing end open for as long as it lives.
        var reading = Keychain(_home.WriteProgram($"(exec 9>'{_home.PathOf("lives")}'; exec sleep 1000) & wait"), time).ReadAsync(default);
        await using var lives = await Task.Run(() => new FileStream(_home.PathOf("lives"), FileMode.Open, FileAccess.Read)).WaitAsync(TemporaryHome.Patience);

        time.Advance(Storage.Imports.Keychain.Patience);

        Assert.That((await reading.WaitAsync(TemporaryHome.Patience)).Why, Is.EqualTo("the Keychain did not answer within 5 seconds"));
        Assert.That(await lives.ReadAsync(new byte[1]).AsTask().WaitAsync(TemporaryHome.Patience), Is.Zero);
    }

    private Task<(LoginBytes? Found, string? Why)> ReadAsync(string script) => Keychain(_home.WriteProgram(script), TimeProvider.System).ReadAsync(default);

    private Keychain Keychain(string program, TimeProvider time) => new(program, _home.Root, "Claude Code-credentials", time);
}
