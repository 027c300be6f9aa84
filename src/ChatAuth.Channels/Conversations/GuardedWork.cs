using ChatAuth.Core.Errors;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Conversations;

/// <summary>The entry point of whatever comes from a chat platform: what breaks there is logged by its kind, and the next thing is handled.</summary>
internal static partial class GuardedWork
{
    /// <summary>Does it to its end; throws for nothing but cancellation.</summary>
    /// <param name="work">The work, begun.</param>
    /// <param name="log">Gets what went wrong; null for none.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task RunAsync(Task work, ILogger? log, CancellationToken cancellationToken)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            // One that broke must stop nobody else's.
            Log(log, broken);
        }
    }

    /// <summary>An exception's own text may hold what a person wrote, and is left out.</summary>
    public static void Log(ILogger? log, Exception broken)
    {
        if (log is not null) LogBroken(log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName, broken.StackTrace);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Something was not handled: {Code} by {Type}\n{Trace}")]
    private static partial void LogBroken(ILogger log, string code, string? type, string? trace);
}
