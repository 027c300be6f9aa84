using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Tests.Files;

namespace ChatAuth.Storage.Tests.Diagnostics;

internal sealed class CommandPathTests
{
    private TemporaryState _temporary = null!;

    [SetUp]
    public void SetUp()
    {
        Needs.Unix();
        _temporary = new TemporaryState();
    }

    [TearDown]
    public void TearDown() => _temporary?.Dispose();

    [Test]
    public void First_file_that_can_be_run_is_found()
    {
        var (plain, program) = (Make("a", TemporaryState.OwnerOnly), Make("b", TemporaryState.OwnerOnly | UnixFileMode.UserExecute));

        Assert.That(CommandPath.Find("claude", $"/nowhere:{Path.GetDirectoryName(plain)}:{Path.GetDirectoryName(program)}"), Is.EqualTo(program));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(".:relative")]
    public void Search_path_without_places_has_nothing(string? searchPath) => Assert.That(CommandPath.Find("sh", searchPath), Is.Null);

    [Test]
    public void Directory_is_no_program()
    {
        Directory.CreateDirectory(Path.Combine(_temporary.Root, "claude"));

        Assert.That(CommandPath.Find("claude", _temporary.Root), Is.Null);
    }

    private string Make(string directory, UnixFileMode mode)
    {
        var path = Path.Combine(_temporary.Root, directory, "claude");
        _temporary.Write(path, [1]);
        TemporaryState.SetMode(path, mode);
        return path;
    }
}
