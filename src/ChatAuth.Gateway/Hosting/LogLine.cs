using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ChatAuth.Gateway.Hosting;

/// <summary>
/// One line an entry: time (UTC), level, category, text. Under systemd the line begins with the priority that journald reads, and journald knows the
/// time.
/// </summary>
internal sealed class LogLine(TimeProvider time) : ConsoleFormatter(Format)
{
    public const string Format = "chatauth";

    private readonly bool _isJournal = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is not null;

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter output) =>
        output.WriteLine(_isJournal ? $"<{PriorityOf(entry.LogLevel)}>{LogText.Of(entry)}" : LogText.Of(entry, time.GetUtcNow()));

    private static int PriorityOf(LogLevel level) => level switch
    {
        LogLevel.Critical => 2,
        LogLevel.Error => 3,
        LogLevel.Warning => 4,
        LogLevel.Information => 6,
        _ => 7,
    };
}
