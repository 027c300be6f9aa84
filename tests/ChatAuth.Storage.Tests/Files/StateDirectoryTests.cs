using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class StateDirectoryTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Test]
    public void Paths_are_those_of_the_original()
    {
        var state = new StateDirectory("/var/lib/bot/");

        Assert.That(
            new[] { state.CredentialsOf(AgentId.Main), state.Keys, state.Database },
            Is.EqualTo(new[] { "/var/lib/bot/agents/main/agent/auth-profiles.json", "/var/lib/bot/keys", "/var/lib/bot/chatauth.db" }.Select(Path.GetFullPath)));
    }

    [Test]
    public void Create_makes_every_directory_private()
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        var state = new StateDirectory(Path.Combine(temporary.Root, "state"));
        var inside = Path.Combine(state.Location, "agents", "main");

        state.Create(inside);

        var modes = new[] { state.Location, Path.GetDirectoryName(inside)!, inside }.Select(TemporaryState.ModeOf);
        Assert.That(modes, Is.All.EqualTo(Private));
    }

    [Test]
    public void Verify_accepts_a_directory_that_does_not_exist()
    {
        using var temporary = new TemporaryState();
        var state = new StateDirectory(Path.Combine(temporary.Root, "absent"));

        Assert.That(() => state.Verify(), Throws.Nothing);
    }

    [TestCase(UnixFileMode.GroupWrite)]
    [TestCase(UnixFileMode.OtherWrite)]
    public void Verify_refuses_a_directory_that_others_can_write(UnixFileMode extra)
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        TemporaryState.SetMode(temporary.Root, Private | extra);

        Assert.That(() => temporary.State.Verify(), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void Verify_refuses_a_directory_of_another_user()
    {
        Needs.Root();
        using var temporary = new TemporaryState();
        Needs.Run("chown", "65534", temporary.Root);

        Assert.That(() => temporary.State.Verify(), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void Verify_refuses_a_file()
    {
        using var temporary = new TemporaryState();
        temporary.Write("{}");

        Assert.That(() => new StateDirectory(temporary.Store).Verify(), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void ReadOwned_gives_what_others_may_only_read()
    {
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.That(temporary.State.ReadOwned("owned.json"), Is.EqualTo("{}"u8.ToArray()));
    }

    [Test]
    public void ReadOwned_of_no_file_is_null()
    {
        using var temporary = new TemporaryState();

        Assert.That(temporary.State.ReadOwned("owned.json"), Is.Null);
    }

    [TestCase(UnixFileMode.GroupWrite)]
    [TestCase(UnixFileMode.OtherWrite)]
    public void ReadOwned_refuses_a_file_that_others_can_write(UnixFileMode extra)
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly | extra);

        Assert.That(() => temporary.State.ReadOwned("owned.json"), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public void ReadOwned_refuses_a_file_of_another_user()
    {
        Needs.Root();
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly);
        Needs.Run("chown", "65534", Path.Combine(temporary.Root, "owned.json"));

        Assert.That(() => temporary.State.ReadOwned("owned.json"), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test, CancelAfter(5000)]
    public void ReadOwned_refuses_a_pipe_without_waiting_for_a_writer()
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        Needs.Run("mkfifo", "-m", "600", Path.Combine(temporary.Root, "owned.json"));

        Assert.That(() => temporary.State.ReadOwned("owned.json"), Fails.With(ErrorCode.StateUnsafe));
    }

    [Test]
    public async Task EditOwned_creates_the_directory_and_a_file_of_its_owner_alone()
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        var state = new StateDirectory(Path.Combine(temporary.Root, "state"));

        var isWritten = await EditAsync(state, bytes => bytes is null ? "new"u8.ToArray() : null);

        Assert.That((isWritten, state.ReadOwned("owned.json")), Is.EqualTo((true, "new"u8.ToArray())));
        Assert.That(TemporaryState.ModeOf(Path.Combine(state.Location, "owned.json")), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public async Task EditOwned_takes_from_others_that_they_could_read_it()
    {
        Needs.Unix();
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await EditAsync(temporary.State, bytes => [.. bytes!, .. "\n"u8]);

        Assert.That(File.ReadAllText(Path.Combine(temporary.Root, "owned.json")), Is.EqualTo("{}\n"));
        Assert.That(TemporaryState.ModeOf(Path.Combine(temporary.Root, "owned.json")), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public async Task EditOwned_that_gives_nothing_leaves_the_file()
    {
        using var temporary = new TemporaryState();
        WriteOwned(temporary, TemporaryState.OwnerOnly);
        var before = FileStatus.Find(Path.Combine(temporary.Root, "owned.json"))!.Value.Stamp;

        var isWritten = await EditAsync(temporary.State, _ => null);

        Assert.That((isWritten, FileStatus.Find(Path.Combine(temporary.Root, "owned.json"))!.Value.Stamp), Is.EqualTo((false, before)));
    }

    [Test]
    public async Task EditOwned_by_eight_writers_at_once_loses_none()
    {
        using var temporary = new TemporaryState();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EditAsync(temporary.State, bytes => [.. bytes ?? [], (byte)'x']))));

        Assert.That(File.ReadAllText(Path.Combine(temporary.Root, "owned.json")), Is.EqualTo("xxxxxxxx"));
    }

    private static Task<bool> EditAsync(StateDirectory state, Func<byte[]?, byte[]?> edit) =>
        state.EditOwnedAsync("owned.json", edit, TimeProvider.System, CancellationToken.None);

    private static void WriteOwned(TemporaryState temporary, UnixFileMode mode)
    {
        var path = Path.Combine(temporary.Root, "owned.json");
        temporary.Write(path, "{}"u8.ToArray());
        TemporaryState.SetMode(path, mode);
    }
}
