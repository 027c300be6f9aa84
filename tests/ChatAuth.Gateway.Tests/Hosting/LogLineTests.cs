using ChatAuth.Gateway.Hosting;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatAuth.Gateway.Tests.Hosting;

internal sealed class LogLineTests
{
    [Test]
    public void Entry_is_one_line_whatever_its_text_holds() =>
        Assert.That(Write("a\nb\r\u001b[2Jc\u2028d"), Is.EqualTo("2026-03-01T12:00:00Z Warning ChatAuth.Part: a b  [2Jc d\n"));

    [Test]
    public void Message_of_an_exception_is_left_out()
    {
        var line = Write("broken", new InvalidOperationException("canary", new IOException("canary")));

        Assert.That(line, Does.EndWith("broken [System.InvalidOperationException]\n"));
    }

    private static string Write(string text, Exception? exception = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new LogLine(new FakeTime()).Write(
            new LogEntry<string>(LogLevel.Warning, "ChatAuth.Part", default, text, exception, (state, _) => state), null, output);
        return output.ToString();
    }
}
