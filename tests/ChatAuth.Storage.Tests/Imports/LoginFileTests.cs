using ChatAuth.Storage.Imports;
using ChatAuth.Storage.Tests.Files;

namespace ChatAuth.Storage.Tests.Imports;

internal sealed class LoginFileTests
{
    private TemporaryHome _home = null!;

    [SetUp]
    public void SetUp() => _home = new TemporaryHome();

    [TearDown]
    public void TearDown() => _home.Dispose();

    [Test]
    public async Task Pipe_is_refused_and_nothing_waits()
    {
        Needs.Unix();
        Directory.CreateDirectory(_home.PathOf(".claude"));
        Needs.Run("mkfifo", _home.ClaudeFile);

        Assert.That(await RefusalAsync(), Is.EqualTo("its file is not a regular file"));
    }

    [Test]
    public async Task Device_is_refused()
    {
        Needs.Unix();
        Directory.CreateDirectory(_home.PathOf(".claude"));
        File.CreateSymbolicLink(_home.ClaudeFile, "/dev/zero");

        Assert.That(await RefusalAsync(), Is.EqualTo("its file is not a regular file"));
    }

    [Test]
    public async Task Directory_is_refused()
    {
        Directory.CreateDirectory(_home.ClaudeFile);

        Assert.That(await RefusalAsync(), Is.EqualTo("its file is not a regular file"));
    }

    [Test]
    public async Task File_in_place_of_its_directory_is_refused()
    {
        Needs.Unix();
        TemporaryHome.Write(_home.PathOf(".claude"), "");

        Assert.That(await RefusalAsync(), Is.EqualTo("its file cannot be read"));
    }

    [Test]
    public async Task Sparse_file_of_a_gigabyte_is_refused_unread()
    {
        TemporaryHome.Write(_home.ClaudeFile, "");
        await using (var file = File.OpenWrite(_home.ClaudeFile)) file.SetLength(1L << 30);

        Assert.That(await RefusalAsync(), Is.EqualTo("its file is larger than 1 MB"));
    }

    [Test]
    public async Task File_of_another_user_is_refused()
    {
        Needs.Root();
        TemporaryHome.Write(_home.ClaudeFile, "{}");
        Needs.Run("chown", "54321", _home.ClaudeFile);

        Assert.That(await RefusalAsync(), Is.EqualTo("its file belongs to another user"));
    }

    [Test]
    public async Task Home_of_another_user_is_refused()
    {
        Needs.Root();
        TemporaryHome.Write(_home.ClaudeFile, "{}");
        Needs.Run("chown", "54321", _home.Root);

        Assert.That(await RefusalAsync(), Is.EqualTo("its directory belongs to another user"));
    }

    [Test]
    public async Task Link_to_an_own_file_is_followed()
    {
        Needs.Unix();
        Directory.CreateDirectory(_home.PathOf(".claude"));
        File.CreateSymbolicLink(_home.ClaudeFile, TemporaryHome.Write(_home.PathOf("dotfiles/credentials.json"), "{}"));

        Assert.That(await RefusalAsync(), Is.Null);
    }

    [Test]
    public void Mark_of_a_file_stays_while_it_does()
    {
        TemporaryHome.Write(_home.ClaudeFile, "{}");

        var marks = new[] { Found().FindMark(), Found().FindMark() };

        Assert.That(marks.Distinct().Count(), Is.EqualTo(1));
    }

    /// <summary>Why it cannot be read, within the patience of tests.</summary>
    private async Task<string?> RefusalAsync()
    {
        Assert.That(Found().FindMark(), Is.Not.Null);
        return await Task.Run(() => Found().Read().Why).WaitAsync(TemporaryHome.Patience);
    }

    private LoginFile Found() => new(_home.Root, _home.ClaudeFile);
}
