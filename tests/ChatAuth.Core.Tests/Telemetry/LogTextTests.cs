using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatAuth.Core.Tests.Telemetry;

internal sealed class LogTextTests
{
    [Test]
    public void Entry_is_one_line_whatever_its_text_holds() =>
        Assert.That(LogText.Of(Entry("a\nb\r\u001b[2Jc\u2028d")), Is.EqualTo("ChatAuth.Part: a b  [2Jc d"));

    [Test]
    public void Message_of_an_exception_is_left_out() =>
        Assert.That(LogText.Of(Entry("broken", new IOException("canary"))), Is.EqualTo("ChatAuth.Part: broken [System.IO.IOException]"));

    [Test]
    public void Time_and_level_come_first() =>
        Assert.That(LogText.Of(Entry("text"), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)), Is.EqualTo("2026-03-01T12:00:00Z Warning ChatAuth.Part: text"));

    private static LogEntry<string> Entry(string text, Exception? exception = null) =>
        new(LogLevel.Warning, "ChatAuth.Part", default, text, exception, (state, _) => state);
}
