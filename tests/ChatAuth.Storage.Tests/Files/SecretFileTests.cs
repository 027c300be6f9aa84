using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

internal sealed class SecretFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private DirectoryInfo _directory = null!;

    private string Path => System.IO.Path.Combine(_directory.FullName, "token");

    [SetUp]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("chatauth-secret-");

    [TearDown]
    public void TearDown() => _directory.Delete(recursive: true);

    [TestCase("fake-secret")]
    [TestCase("fake-secret\n")]
    [TestCase("fake-secret\r\n")]
    public void Line_of_the_file_is_the_secret(string content)
    {
        Write(content);
        Secret.TryCreate("fake-secret", out var expected);

        Assert.That(SecretFile.Read(Path, allowGroupReadable: false), Is.EqualTo(expected));
    }

    [Test]
    public void File_that_is_not_there_holds_nothing() =>
        Assert.That(SecretFile.Read(Path, allowGroupReadable: false), Is.Null);

    [TestCase("")]
    [TestCase("canary\ncanary")]
    [TestCase("canary\u00e9")]
    [TestCase("can ary")]
    public void File_of_anything_else_is_refused_without_a_word_of_it(string content)
    {
        Write(content);

        var thrown = Assert.Throws<ChatAuthException>(() => SecretFile.Read(Path, allowGroupReadable: false))!;

        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.StoreUnreadable));
        Assert.That(thrown.Message, Does.Contain(Path).And.Not.Contain("canary"));
    }

    [Test]
    public void File_that_others_can_read_is_refused([Values] bool groupOnly)
    {
        Write("fake-secret", OwnerOnly | (groupOnly ? UnixFileMode.GroupRead : UnixFileMode.OtherRead));

        var thrown = Assert.Throws<ChatAuthException>(() => SecretFile.Read(Path, allowGroupReadable: false))!;

        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.StoreTooOpen));
    }

    private void Write(string content, UnixFileMode mode = OwnerOnly)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
        File.WriteAllText(Path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, mode);
    }
}
