using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.Logging;
using Moq;

namespace ChatAuth.Cli.Tests.Hosting;

internal sealed class LogFileTests
{
    private const string Ours = "ChatAuth.Core.Part";

    [Test]
    public void Warning_of_ours_is_a_line_as_in_the_gateway() =>
        Assert.That(Write(Ours, LogLevel.Warning), Is.EqualTo("2026-03-01T12:00:00Z Warning ChatAuth.Core.Part: some text\n"));

    [TestCase(Ours, LogLevel.Information)]
    [TestCase(Ours, LogLevel.None)]
    [TestCase("System.Net.Http.HttpClient", LogLevel.Error)]
    [TestCase("ChatAuthOfOthers", LogLevel.Error)]
    public void What_else_is_logged_stays_out(string category, LogLevel level) => Assert.That(Write(category, level), Is.Empty);

    [Test]
    public void Disk_that_is_full_disturbs_nobody()
    {
        var full = new Mock<TextWriter>();
        full.Setup(it => it.WriteLine(It.IsAny<string>())).Throws<IOException>();
        using var log = new LogFile(full.Object, new FakeTime());

        Assert.That(() => log.CreateLogger(Ours).LogError("some text"), Throws.Nothing);
    }

    [Test]
    public void File_that_cannot_be_written_is_a_fault_of_the_command_line()
    {
        var refused = Assert.Throws<ChatAuthException>(() => LogFile.Open(Path.Combine(StateDirectories.Next(), "missing", "log")));

        Assert.That((refused!.Code, refused.Detail), Is.EqualTo((ErrorCode.Usage, "--log: that file cannot be written")));
    }

    private static string Write(string category, LogLevel level)
    {
        using var written = new StringWriter { NewLine = "\n" };
        using var log = new LogFile(written, new FakeTime());
        log.CreateLogger(category).Log(level, "some text");
        return written.ToString();
    }
}
