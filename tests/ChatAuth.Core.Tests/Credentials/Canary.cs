using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>Secrets that are told by any six characters of their random tails; their public prefixes give no alarm.</summary>
internal static class Canary
{
    private const int Window = 6;

    public static readonly string ApiKey = "sk-ant-" + "api03-FAKE" + Tails[0];
    public static readonly string Token = "sk-ant-" + "oat01-FAKE" + Tails[1];
    public static readonly string Access = "sk-ant-" + "oat01-FAKE" + Tails[2];
    public static readonly string Refresh = "sk-ant-" + "ort01-FAKE" + Tails[3];

    public static readonly string[] All = [ApiKey, Token, Access, Refresh];

    private static readonly HashSet<string> Windows =
        [.. Tails.SelectMany(tail => Enumerable.Range(0, tail.Length - Window + 1).Select(at => tail.Substring(at, Window)))];

    private static string[] Tails =>
    [
        "Qz7Xw9Lm2Kp4Vt8Rn3BcYh6Jd5GsUu1EaQz7Xw9Lm2Kp4Vt8Rn3BcYh6Jd5GsUu1Ea",
        "Pk3Zr8Wn6Tb1Hx5Mv9CyLq4Df7SjGg2KoPk3Zr8Wn6Tb1Hx5Mv9CyLq4Df7SjGg2Ko",
        "Nv5Gt2Rx8Jc4Zm7Wk1PqBy9Hs3LdFf6TuNv5Gt2Rx8Jc4Zm7Wk1PqBy9Hs3LdFf6Tu",
        "Xd8Mh4Vb6Qn2Cs9Tr5ZkGw1Ly7PfJj3EiXd8Mh4Vb6Qn2Cs9Tr5ZkGw1Ly7PfJj3Ei",
    ];

    /// <summary>What of the secrets stands in a text.</summary>
    public static IEnumerable<string> FoundIn(string text)
    {
        for (var at = 0; at + Window <= text.Length; at++)
        {
            if (Windows.Contains(text.Substring(at, Window))) yield return text.Substring(at, Window);
        }
    }

    /// <summary>What of the secrets stands in a file, as UTF-8 or UTF-16.</summary>
    public static IEnumerable<string> FoundIn(byte[] bytes) => FoundIn(Encoding.Latin1.GetString(bytes)).Concat(FoundIn(Encoding.Latin1.GetString([.. bytes.Where(b => b != 0)])));
}

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
