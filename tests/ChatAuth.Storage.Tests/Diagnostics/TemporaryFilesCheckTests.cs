using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Imports;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Storage.Tests.Diagnostics;

internal sealed class TemporaryFilesCheckTests
{
    private const string Random = "0123456789abcdef";

    private readonly FakeTime _time = new();
    private TemporaryState _temporary = null!;

    private TemporaryFilesCheck Check => new(_temporary.State, _time);

    [SetUp]
    public void SetUp() => _temporary = new TemporaryState();

    [TearDown]
    public void TearDown() => _temporary.Dispose();

    [TestCase("agents/main/agent/.auth-profiles.json.")]
    [TestCase("agents/side/agent/.auth-profiles.json.")]
    [TestCase("keys/.buttons.key.")]
    [TestCase(".chatauth.json.")]
    [TestCase("agents/main/agent/.auth-profiles.json.chatauth-lock.")]
    public async Task What_a_dead_writer_left_is_found_and_removed(string prefix)
    {
        var orphan = Leave($"{prefix}{Random}.chatauth-new", TimeSpan.FromMinutes(2));
        Assert.That(await Finds.InAsync(Check), Is.EqualTo(new[] { "Warning temporary-file-left" }));

        await Check.MendAsync(default);

        Assert.That(orphan, Does.Not.Exist);
        Assert.That(await Finds.InAsync(Check), Is.Empty);
    }

    [Test]
    public async Task What_a_killed_write_back_left_beside_the_login_of_another_program_is_removed_under_its_locks()
    {
        Needs.Unix();
        var orphan = Leave($".claude/..credentials.json.{Random}.chatauth-new", TimeSpan.FromMinutes(2));
        var check = new TemporaryFilesCheck(_temporary.State, _time, [new ClaudeCodeWriteBack(_temporary.Root, _time)]);
        Assert.That(await Finds.InAsync(check), Is.EqualTo(new[] { "Warning temporary-file-left" }));
        var programs = Directory.CreateDirectory(Path.Join(_temporary.Root, ".claude.lock"));
        programs.LastWriteTimeUtc = _time.GetUtcNow().UtcDateTime;

        await check.MendAsync(default);
        Assert.That(orphan, Does.Exist);
        programs.Delete();
        await check.MendAsync(default);

        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(orphan)!), Is.Empty);
        Assert.That(await Finds.InAsync(check), Is.Empty);
    }

    [Test]
    public async Task Writer_that_may_still_live_is_left_alone()
    {
        var young = Leave($"keys/.buttons.key.{Random}.chatauth-new", TimeSpan.FromSeconds(30));

        Assert.That(await Check.MendAsync(default), Is.Empty);
        Assert.That(await Finds.InAsync(Check), Is.Empty);
        Assert.That(young, Does.Exist);
    }

    [Test]
    public async Task Files_of_others_are_left_alone([Values("keys/.buttons.key.short.chatauth-new", "keys/notes.chatauth-new", $"other/.x.{Random}.chatauth-new")] string name)
    {
        var theirs = Leave(name, TimeSpan.FromDays(1));

        Assert.That(await Check.MendAsync(default), Is.Empty);
        Assert.That(theirs, Does.Exist);
    }

    [Test]
    public async Task Nothing_left_behind_passes() => Assert.That(await Finds.InAsync(Check), Is.Empty);

    private string Leave(string name, TimeSpan age)
    {
        var path = Path.Combine(_temporary.Root, name);
        _temporary.Write(path, [1]);
        File.SetLastWriteTimeUtc(path, (_time.GetUtcNow() - age).UtcDateTime);
        return path;
    }
}
