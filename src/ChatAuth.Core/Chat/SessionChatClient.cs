using System.Runtime.CompilerServices;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>
/// Has a message answered by the conversation's credential: gate, attempt, send, report. The resolver's choice may fail over to the next profile
/// until the first part of an answer has arrived; a person's pin never does.
/// </summary>
internal sealed class SessionChatClient(
    TurnFactory turns, SessionUpdater sessions, RosterSource source, SendReport report, HeldMessages held, Func<CallProgress> begin, ChatAuthMeter meter)
{
    public async IAsyncEnumerable<AskUpdate> StreamAsync(
        CommandContext context, AskRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Here and once: what a host enumerates may break, or be another thing the next time.
        request = request with { Messages = [.. request.Messages] };
        using var asked = meter.Ask();
        await using var progress = begin();
        while (true)
        {
            var turn = await turns.OpenAsync(context, cancellationToken, progress.Known).ConfigureAwait(false);
            var decision = await sessions.UpdateAsync(context, new SendGate(turn, request.Choice, progress).Decide, cancellationToken).ConfigureAwait(false);
            if (decision is SendDecision.RefreshFirst (var due))
            {
                if (await progress.Refreshes.PrepareAsync(context.Agent, due, cancellationToken).ConfigureAwait(false) is { } problem)
                {
                    progress.Add(new FailedSend(0, due.Id, problem));
                }
                continue;
            }
            if (decision is SendDecision.TrialFirst (var rested))
            {
                await progress.Trials.TryAsync(context.Agent, rested, cancellationToken).ConfigureAwait(false);
                continue;
            }
            if (decision is not SendDecision.Send send)
            {
                var refused = Refused(context, request, (SendDecision.Refuse)decision);
                asked?.Replied(refused);
                yield return new AskUpdate.Refused(refused);
                yield break;
            }
            if (progress.LastFailed is { } last) meter.FailedOver(send.Profile.Provider, last.Code);
            progress.Carry(send.Spent);
            await progress.Trials.EndOthersAsync(context.Agent, send.Profile).ConfigureAwait(false);
            // Others wait for a trial, or go elsewhere, until its answer begins: a whole one would begin when it ends.
            var asRequested = progress.Trials.IsHeld ? request with { IsStreamed = true } : request;
            VendorException? failure = null;
            var begun = false;
            await foreach (var (part, broke) in SendAsync(turn, send, asRequested, asked, cancellationToken).ConfigureAwait(false))
            {
                failure = broke;
                if (part is null) break;
                if (!begun)
                {
                    // Whether the credential serves is known at the end, as of every answer.
                    await progress.Trials.EndAsync().ConfigureAwait(false);
                    foreach (var notice in send.Notices) yield return new AskUpdate.Noticed(notice);
                }
                begun = true;
                yield return new AskUpdate.Part(part);
            }
            if (failure is null)
            {
                if (!begun)
                {
                    foreach (var notice in send.Notices) yield return new AskUpdate.Noticed(notice);
                }
                asked?.Succeeded();
                yield return new AskUpdate.Completed(turn.Display.Receipt(send.Attempt)!, send.Session);
                yield break;
            }
            if (!begun && await progress.Refreshes.CureAsync(context.Agent, send.Profile, failure, cancellationToken).ConfigureAwait(false)) continue;
            var reference = await report.FailedAsync(turn, send, failure).ConfigureAwait(false);
            await progress.Trials.EndAsync().ConfigureAwait(false);
            if (begun || send.UnderPin || failure.MayHaveBeenCharged || failure.Reason is null)
            {
                var reply = await FailedAsync(context, send, failure, reference, cancellationToken).ConfigureAwait(false) with { MayHaveBeenCharged = begun || failure.MayHaveBeenCharged };
                asked?.Replied(reply);
                yield return begun ? new AskUpdate.BrokeOff(reply) : new AskUpdate.Refused(reply);
                yield break;
            }
            progress.Add(new FailedSend(send.Attempt.Number, send.Profile.Id, failure.Code, reference));
        }
    }

    /// <summary>Asks for an answer in one piece.</summary>
    public async Task<AskResult> AskAsync(CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice, ChatOptions? options, CancellationToken cancellationToken)
    {
        ChatResponse? whole = null;
        List<ChatResponseUpdate>? parts = null;
        var request = new AskRequest(messages, choice, options, IsStreamed: false);
        List<Notice>? notices = null;
        await foreach (var update in StreamAsync(context, request, cancellationToken).ConfigureAwait(false))
        {
            switch (update)
            {
                case AskUpdate.Refused refused: return new AskResult.Refused(refused.Reply);
                case AskUpdate.BrokeOff broken: return new AskResult.Refused(broken.Reply);
                case AskUpdate.Noticed noticed: (notices ??= []).Add(noticed.Notice); break;
                case AskUpdate.Part { Update: WholeAnswer answer }: whole = answer.Response; break;
                case AskUpdate.Part part: (parts ??= []).Add(part.Update); break;
                case AskUpdate.Completed done: return new AskResult.Answer(whole ?? (parts ?? []).ToChatResponse(), done.Receipt, done.Session, notices ?? []);
            }
        }
        throw new InvalidOperationException("A stream ends with a refusal or a receipt.");
    }

    /// <summary>Sends once. Every way out leaves the attempt closed or, after a crash, open; what the vendor did is the second value.</summary>
    private async IAsyncEnumerable<(ChatResponseUpdate? Part, VendorException? Failure)> SendAsync(
        Turn turn, SendDecision.Send send, AskRequest request, Watch? asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var endpoint = turn.Catalog.FindEndpoint(send.Profile.Provider);
        var permit = report.Permit(send, endpoint);
        using var client = await OpenAsync(send, endpoint, permit).ConfigureAwait(false);
        using var call = meter.Call(send.Attempt.Model, send.Attempt.Billing, send.Attempt.Purpose, asked);
        IAsyncEnumerator<ChatResponseUpdate>? parts = null;
        var (begun, settled) = (false, false);
        try
        {
            parts = request.SendAsync(client, send.Attempt.Model, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                VendorException? failure = null;
                var more = false;
                try
                {
                    more = await parts.MoveNextAsync().ConfigureAwait(false);
                }
                catch (VendorException vendor)
                {
                    failure = vendor;
                }
                catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
                {
                    // A client that breaks its promise: whether a request that has left was served is unknown, so nobody else is asked.
                    failure = new VendorException(ErrorCode.VendorUnavailable, null, mayHaveBeenCharged: permit.HasLeft, inner: unexpected);
                }
                if (!permit.HasLeft) failure ??= new VendorException(ErrorCode.SendUnrecorded, null);
                if (failure is not null)
                {
                    settled = true;
                    call?.Failed(failure.Code);
                    // What has begun to come is served, whatever is said after it.
                    await report.UnansweredAsync(send, permit, begun ? null : failure).ConfigureAwait(false);
                    yield return (null, failure);
                    yield break;
                }
                if (!more) break;
                begun = true;
                if (request.IsStreamed) call?.PartArrived();
                yield return (parts.Current, null);
            }
            settled = true;
            call?.Succeeded();
            await report.AnsweredAsync(turn, send).ConfigureAwait(false);
        }
        finally
        {
            try
            {
                if (parts is not null) await parts.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                if (!settled) await report.UnansweredAsync(send, permit, null).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<IChatClient> OpenAsync(SendDecision.Send send, ProviderEndpoint? endpoint, SendPermit permit)
    {
        try
        {
            return source.FindProvider(send.Profile.Provider)!.CreateClient(send.Attempt.Model, send.Profile, endpoint, permit);
        }
        catch
        {
            await report.UnansweredAsync(send, permit, null).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Tells of an attempt after which nobody else is asked.</summary>
    private async Task<CommandReply.Failed> FailedAsync(CommandContext context, SendDecision.Send send, VendorException failure, string reference, CancellationToken cancellationToken)
    {
        var draft = await sessions.PeekAsync(context, cancellationToken).ConfigureAwait(false);
        // As it is now: what has just failed may rest, and is not offered.
        var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        var resolution = turn.Resolve(draft, draft.State, send.Attempt.Model);
        var code = failure.IsUnauthorized && turn.NeedsSignIn(send.Profile.Id) ? ErrorCode.SignInNeeded : failure.Code;
        return turn.Display.Failed(draft, code, Offers.ForRefusal(turn, draft, resolution)) with
        {
            Profile = turn.Display.Profile(send.Profile),
            Until = failure.Reset,
            Resting = turn.Display.Resting(resolution, send.Profile.Id),
            Reference = reference,
        };
    }

    private CommandReply Refused(CommandContext context, AskRequest request, SendDecision.Refuse refuse)
    {
        if (refuse.Hold && request.Messages.LastOrDefault() is { } last)
        {
            held.Hold(context.Asker, new HeldMessage(last.Text, request.Choice, context.Cause.Text, refuse.Reply.At));
        }
        return refuse.Reply;
    }
}
