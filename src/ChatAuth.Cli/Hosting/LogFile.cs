using ChatAuth.Core.Errors;
using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatAuth.Cli.Hosting;

/// <summary>The log of a chat: ChatAuth's warnings and errors in a file, each the line that the gateway would write. From any thread.</summary>
/// <param name="output">The file; closed with this.</param>
/// <param name="time">The clock.</param>
internal sealed class LogFile(TextWriter output, TimeProvider time) : ILoggerFactory
{
    private readonly Lock _gate = new();

    /// <summary>Opens a file at its end, for its owner alone where it is new; while it is open no other chat writes it.</summary>
    /// <exception cref="ChatAuthException">It cannot be written.</exception>
    public static TextWriter Open(string path)
    {
        try
        {
            return new StreamWriter(path, append: true) { AutoFlush = true };
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ChatAuthException(ErrorCode.Usage, "--log: that file cannot be written");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("There is one file.");

    public void Dispose() => output.Dispose();

    private void Write<TState>(in LogEntry<TState> entry)
    {
        var line = LogText.Of(entry, time.GetUtcNow());
        try
        {
            lock (_gate) output.WriteLine(line);
        }
        catch (IOException)
        {
            // A full disk takes the line, not the reply that it is about.
        }
    }

    private sealed class Category(LogFile file, string name) : ILogger
    {
        private readonly bool _isOurs = name.StartsWith("ChatAuth.", StringComparison.Ordinal);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => _isOurs && logLevel is >= LogLevel.Warning and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) file.Write(new LogEntry<TState>(logLevel, name, eventId, state, exception, formatter));
        }
    }
}
