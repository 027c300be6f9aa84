using System.Diagnostics;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Telemetry;

/// <summary>Something that lasts, while somebody listens. What nobody says the end of was left, or something broke.</summary>
/// <param name="time">What it is measured by.</param>
/// <param name="activity">Its activity; null when nobody listens to those.</param>
/// <param name="record">What its end is recorded by; null when only the activity tells.</param>
internal sealed class Watch(TimeProvider time, Activity? activity, Action<Watch>? record = null) : IDisposable
{
    /// <summary>It ended as it should.</summary>
    public const string Ok = "ok";

    /// <summary>Nobody said how it ended.</summary>
    public const string Interrupted = "interrupted";

    private readonly long _begun = time.GetTimestamp();
    private TimeSpan? _length;

    /// <summary><see cref="Ok"/>, an error code's id, or <see cref="Interrupted"/>.</summary>
    public string Outcome { get; private set; } = Interrupted;

    /// <summary>From its beginning to its end; to now while that has not come.</summary>
    public TimeSpan Length => _length ?? time.GetElapsedTime(_begun);

    /// <summary>From its beginning to the first part of an answer; null before that.</summary>
    public TimeSpan? FirstPart { get; private set; }

    /// <summary>What its parts belong to.</summary>
    public ActivityContext Context => activity?.Context ?? default;

    /// <summary>A part of an answer arrived.</summary>
    public void PartArrived() => FirstPart ??= Length;

    public void Succeeded() => End(Ok);

    public void Failed(ErrorCode code) => End(code.Id);

    /// <summary>It ended; null is well.</summary>
    public void Ended(ErrorCode? problem) => End(problem?.Id ?? Ok);

    /// <summary>It ended with that reply; null is none, because a question goes on to the model.</summary>
    public void Replied(CommandReply? reply)
    {
        if (reply is CommandReply.Failed { Code: var code }) Failed(code);
        else Succeeded();
    }

    public void Dispose()
    {
        record?.Invoke(this);
        if (activity is null) return;
        activity.SetTag("outcome", Outcome);
        if (Outcome is not (Ok or Interrupted)) activity.SetStatus(ActivityStatusCode.Error, Outcome);
        activity.Dispose();
    }

    private void End(string outcome) => (Outcome, _length) = (outcome, Length);
}
