using Microsoft.Extensions.Logging.Abstractions;

namespace ChatAuth.Core.Telemetry;

/// <summary>An entry of the log as one line. Of an exception only the type is written, because its message may quote what it was given.</summary>
public static class LogText
{
    /// <summary>Category and text, for a log that knows time and level itself.</summary>
    public static string Of<TState>(in LogEntry<TState> entry)
    {
        var cause = entry.Exception is { } exception ? $" [{exception.GetType().FullName}]" : "";
        return $"{entry.Category}: {OneLine(entry.Formatter(entry.State, entry.Exception))}{cause}";
    }

    /// <summary>Time, level, category and text.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="at">The present, in UTC.</param>
    public static string Of<TState>(in LogEntry<TState> entry, DateTimeOffset at) => $"{at:yyyy-MM-ddTHH:mm:ssZ} {entry.LogLevel} {Of(entry)}";

    private static string OneLine(string text) => string.Create(text.Length, text, static (line, text) =>
    {
        for (var at = 0; at < line.Length; at++) line[at] = char.IsControl(text[at]) || text[at] is '\u2028' or '\u2029' ? ' ' : text[at];
    });
}
