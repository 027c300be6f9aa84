using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Testing.Fakes;

/// <summary>Keeps every line that is logged, of any level.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    /// <summary>The lines, each with its exception.</summary>
    public ConcurrentQueue<string> Written { get; } = new();

    /// <summary>Logs all of these services to it.</summary>
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<ILoggerFactory>(new LoggerFactory([this], new LoggerFilterOptions { MinLevel = LogLevel.Trace }))
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Written.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
