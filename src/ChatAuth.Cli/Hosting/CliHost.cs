using ChatAuth.Core.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Cli.Hosting;

/// <summary>What every command works with: where it writes, and services that are assembled when the first one is asked for.</summary>
internal sealed class CliHost : IAsyncDisposable
{
    private IServiceProvider? _services;

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What was typed, so that only the commands that it can be about are made; null makes all of them.</summary>
    public IReadOnlyCollection<string>? Words { get; init; }

    /// <summary>The command line asks for JSON, so errors are written as JSON too.</summary>
    public required bool Json { get; init; }

    /// <summary>A person watches the errors, so that a long command may count there how far it is. Default false.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Where a defect sits is told: the variable <c>CHATAUTH_DEBUG</c> is 1.</summary>
    public bool Debug { get; init; }

    /// <summary>Assembles the services; the arguments say whether for the demonstration, and which file gets the log, null for none.</summary>
    public required Func<bool, string?, IServiceProvider> Assemble { get; init; }

    /// <summary>Assembles what the doctor can look at while the configuration is not valid. Default: nothing.</summary>
    public Func<IServiceProvider> AssembleUnconfigured { get; init; } = () => new ServiceCollection().BuildServiceProvider();

    /// <summary>Runs a chat and returns its exit code.</summary>
    public required Func<ChatArguments, IServiceProvider, CancellationToken, Task<int>> RunChat { get; init; }

    /// <summary>What is typed or piped in.</summary>
    public required TypedInput Input { get; init; }

    /// <summary>Runs another program on this terminal and returns its exit code; null when there is no such program.</summary>
    public Func<string[], CancellationToken, Task<int?>> RunProgram { get; init; } = ChildProgram.RunAsync;

    /// <summary>The present.</summary>
    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    /// <summary>One of the services.</summary>
    public T Get<T>() where T : notnull => Services().GetRequiredService<T>();

    /// <summary>All of a kind.</summary>
    public IEnumerable<T> All<T>() where T : notnull => Services().GetServices<T>();

    /// <summary>The services; only the first call decides whether they are the demonstration's, and what gets their log.</summary>
    public IServiceProvider Services(bool demo = false, string? log = null) => _services ??= Assemble(demo, log);

    /// <summary>Makes the services anew: this command changed the configuration that they were made of.</summary>
    public async Task RestartAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        _services = null;
    }

    /// <summary>Says what is wrong.</summary>
    /// <returns>The exit code of the error.</returns>
    public int Fail(ErrorCode code, string? detail = null) => ErrorOutput.Write(this, code, detail);

    public ValueTask DisposeAsync() => _services is IAsyncDisposable services ? services.DisposeAsync() : ValueTask.CompletedTask;
}
