using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

[NonParallelizable]
public sealed class ProcessUmaskTests
{
    [Test]
    public void Restrict_makes_new_files_the_owners_alone()
    {
        using var state = new TemporaryState();
        var path = Path.Combine(state.Root, "new");
        if (OperatingSystem.IsWindows()) return;
        var before = Posix.SetCreationMask(0);

        ProcessUmask.Restrict();

        File.WriteAllText(path, "");
        _ = Posix.SetCreationMask(before);
        Assert.That(TemporaryState.ModeOf(path), Is.EqualTo(TemporaryState.OwnerOnly));
    }
}
