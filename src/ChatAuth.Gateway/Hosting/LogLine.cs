using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ChatAuth.Gateway.Hosting;

/// <summary>
/// One line an entry: time (UTC), level, category, text. Of an exception only the type is written, because its message may quote what it was
/// given. Under systemd the line begins with the priority that journald reads, and journald knows the time.
/// </summary>
internal sealed class LogLine(TimeProvider time) : ConsoleFormatter(Format)
{
    public const string Format = "chatauth";

    private readonly bool _isJournal = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is not null;

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter output)
    {
        var text = entry.Formatter(entry.State, entry.Exception);
        var start = _isJournal ? $"<{PriorityOf(entry.LogLevel)}>" : $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {entry.LogLevel} ";
        var cause = entry.Exception is { } exception ? $" [{exception.GetType().FullName}]" : "";
        output.WriteLine($"{start}{entry.Category}: {OneLine(text)}{cause}");
    }

    private static int PriorityOf(LogLevel level) => level switch
    {
        LogLevel.Critical => 2,
        LogLevel.Error => 3,
        LogLevel.Warning => 4,
        LogLevel.Information => 6,
        _ => 7,
    };

    private static string OneLine(string text) => string.Create(text.Length, text, static (line, text) =>
    {
        for (var at = 0; at < line.Length; at++) line[at] = char.IsControl(text[at]) || text[at] is '\u2028' or '\u2029' ? ' ' : text[at];
    });
}
