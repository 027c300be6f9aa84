using System.Globalization;
using System.Runtime.CompilerServices;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Commands;

/// <summary>Makes a safe reply of whatever broke, with a short reference under which the log has the details.</summary>
internal sealed partial class FaultReplies(IIdFactory ids, TimeProvider time, ILogger<FaultReplies>? log = null)
{
    /// <summary>Cancellation that the caller asked for is no fault.</summary>
    public static bool IsCancellation(Exception broken, CancellationToken cancellationToken) =>
        broken is OperationCanceledException && cancellationToken.IsCancellationRequested;

    public CommandReply ReplyTo(CommandContext context, Exception broken)
    {
        var reference = Refer(broken);
        return new CommandReply.Failed(CodeOf(broken)) { Visibility = context.Visibility, Reference = reference, At = time.GetUtcNow() };
    }

    /// <summary>Tells the log of what broke; the reference is for the reply.</summary>
    public string Refer(Exception broken)
    {
        var reference = NextReference();
        if (log is not null) LogFault(log, reference, CodeOf(broken).Id, broken.GetType().FullName, (broken as ChatAuthException)?.Detail, broken.StackTrace);
        return reference;
    }

    /// <summary>Tells the log of an attempt that failed; the reference is for the reply.</summary>
    public string Refer(Attempt attempt, VendorException failure)
    {
        var reference = NextReference();
        if (log is null) return reference;
        var detail = failure.Detail;
        // Whoever made it has taken out what could be a secret; whoever made it may not be ours.
        if (detail?.Excerpt is { } excerpt && SecretScanner.Scan(excerpt) is not null) detail = detail with { Excerpt = null };
        LogFailure(log, reference, failure.Code.Id, attempt.Profile.ToString(), attempt.Model.ToString(), attempt.Number, detail, failure.InnerException?.GetType().FullName);
        return reference;
    }

    /// <summary>What breaks a question becomes its refusal.</summary>
    public async Task<AskResult> GuardAsync(CommandContext context, Task<AskResult> asking, CancellationToken cancellationToken)
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (Exception broken) when (!IsCancellation(broken, cancellationToken))
        {
            // The entry point of a question: what broke becomes a reply.
            return new AskResult.Refused(ReplyTo(context, broken));
        }
    }

    /// <summary>The same for a stream: what breaks it becomes its last element.</summary>
    public async IAsyncEnumerable<AskUpdate> GuardAsync(
        CommandContext context, IAsyncEnumerable<AskUpdate> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var updates = stream.GetAsyncEnumerator(cancellationToken);
        var begun = false;
        while (true)
        {
            CommandReply? fault = null;
            var more = false;
            try
            {
                more = await updates.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception broken) when (!IsCancellation(broken, cancellationToken))
            {
                // The entry point of a streamed answer: what broke becomes a reply.
                fault = ReplyTo(context, broken);
            }
            if (fault is not null) yield return begun ? new AskUpdate.BrokeOff(fault) : new AskUpdate.Refused(fault);
            if (!more) yield break;
            begun |= updates.Current is AskUpdate.Part;
            yield return updates.Current;
        }
    }

    private static ErrorCode CodeOf(Exception broken) => (broken as ChatAuthException)?.Code ?? ErrorCode.Internal;

    private string NextReference() => ((uint)ids.NextBits()).ToString("x8", CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reference {Reference}: {Code} for {Profile} with {Model}, attempt {Number}: {Detail} {Type}")]
    private static partial void LogFailure(
        ILogger log, string reference, string code, string profile, string model, int number, VendorCallDetail? detail, string? type);

    /// <summary>The exception's own text stays out: a library may have put what it was given into it.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "Reference {Reference}: {Code} by {Type} {Detail}\n{Trace}")]
    private static partial void LogFault(ILogger log, string reference, string code, string? type, string? detail, string? trace);
}
