using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Imports;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Storage.Tests.Imports;

/// <summary>Another program's file: its locks are honoured, and only its token is changed.</summary>
public sealed class ClaudeCodeWriteBackTests
{
    private FakeTime _time = null!;
    private TemporaryState _home = null!;
    private ClaudeCodeWriteBack _source = null!;

    [SetUp]
    public void SetUp()
    {
        Needs.Unix();
        _home = new TemporaryState();
        _time = new FakeTime(DateTimeOffset.UtcNow);
        _source = new ClaudeCodeWriteBack(_home.Root, _time);
        _home.Write(Credentials, Encoding.UTF8.GetBytes(
            """{"mcpOAuth":{"x":1.50},"claudeAiOauth":{"accessToken":"fake-old","refreshToken":"fake-r1","expiresAt":1,"scopes":["a"],"subscriptionType":"max"}}"""));
    }

    [TearDown]
    public void TearDown() => _home?.Dispose();

    private string Credentials => Path.Join(_home.Root, ".claude", ".credentials.json");

    private string RefreshLock => Path.Join(_home.Root, ".claude", ".oauth_refresh.lock");

    private string WholeLock => Path.Join(_home.Root, ".claude.lock");

    [Test]
    public async Task Write_back_changes_the_tokens_and_their_end_alone()
    {
        await using var held = (await _source.TakeAsync(default))!;

        var isReplaced = held.Replace(Secret("fake-r1"), new Credential.OAuth(Secret("fake-new"), Secret("fake-r2"), DateTimeOffset.FromUnixTimeMilliseconds(1234)));

        Assert.That(isReplaced, Is.True);
        Assert.That(File.ReadAllText(Credentials), Is.EqualTo(
            """{"mcpOAuth":{"x":1.50},"claudeAiOauth":{"accessToken":"fake-new","refreshToken":"fake-r2","expiresAt":1234,"scopes":["a"],"subscriptionType":"max"}}"""));
    }

    [Test]
    public async Task Write_back_over_another_token_changes_nothing()
    {
        var before = File.ReadAllText(Credentials);
        await using var held = (await _source.TakeAsync(default))!;

        var isReplaced = held.Replace(Secret("fake-r0"), new Credential.OAuth(Secret("fake-new"), Secret("fake-r2"), null));

        Assert.That(isReplaced, Is.False);
        Assert.That(File.ReadAllText(Credentials), Is.EqualTo(before));
    }

    [Test]
    public async Task Write_back_removes_what_a_killed_one_left()
    {
        var orphan = Path.Join(_home.Root, ".claude", "..credentials.json.0123456789abcdef.chatauth-new");
        File.WriteAllText(orphan, "fake-r2");
        await using var held = (await _source.TakeAsync(default))!;

        held.Replace(Secret("fake-r1"), new Credential.OAuth(Secret("fake-new"), Secret("fake-r2"), null));

        Assert.That(orphan, Does.Not.Exist);
    }

    [Test]
    public async Task Locks_are_two_directories_while_held_and_gone_afterwards()
    {
        await using (await _source.TakeAsync(default))
        {
            Assert.That(new[] { RefreshLock, WholeLock }, Has.All.Matches<string>(Directory.Exists));
        }

        Assert.That(new[] { RefreshLock, WholeLock }, Has.None.Matches<string>(Directory.Exists));
    }

    [Test]
    public async Task Locks_of_the_program_are_waited_for([Values] bool refresh)
    {
        Directory.CreateDirectory(refresh ? RefreshLock : WholeLock);

        var held = await _source.TakeAsync(default);

        Assert.That(held, Is.Null);
        Assert.That(Directory.Exists(refresh ? WholeLock : RefreshLock), Is.False);
    }

    [Test]
    public async Task Lock_that_nobody_renewed_for_a_minute_is_taken_over()
    {
        Directory.CreateDirectory(RefreshLock);
        Directory.SetLastWriteTimeUtc(RefreshLock, _time.GetUtcNow().UtcDateTime.AddSeconds(-61));

        await using var held = await _source.TakeAsync(default);

        Assert.That(held, Is.Not.Null);
    }

    [Test]
    public async Task Held_locks_are_renewed_every_five_seconds()
    {
        await using var held = await _source.TakeAsync(default);

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(Directory.GetLastWriteTimeUtc(WholeLock), Is.EqualTo(_time.GetUtcNow().UtcDateTime).Within(TimeSpan.FromSeconds(5)));
    }

    private static Secret Secret(string text) => RefreshWorld.SecretOf(text);
}
