using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>Every log line at every level, with what is attached to it.</summary>
internal sealed class CollectedLog
{
    public ConcurrentQueue<string> Lines { get; } = new();
}

/// <inheritdoc cref="CollectedLog"/>
internal sealed class CollectingLogger<T>(CollectedLog collected) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        collected.Lines.Enqueue($"{logLevel} {typeof(T)} {formatter(state, exception)} {state} {exception}");
}
