using System.Diagnostics.Metrics;

namespace ChatAuth.Core.Telemetry;

/// <summary>Everything that is counted and measured. A test holds it against the table in <c>docs/operations.md</c>.</summary>
internal sealed class Instruments(Meter meter)
{
    /// <summary>Seconds; a model may think for minutes.</summary>
    private static readonly InstrumentAdvice<double> s_ofVendors = new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320] };

    private static readonly InstrumentAdvice<double> s_ofOurs = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30] };

    public Counter<long> Calls { get; } = meter.CreateCounter<long>("chatauth.call.count", "{call}", "Requests to vendors.");

    public Histogram<double> CallDuration { get; } =
        meter.CreateHistogram("chatauth.call.duration", "s", "From a request to the end of its answer.", tags: null, s_ofVendors);

    public Histogram<double> FirstPart { get; } =
        meter.CreateHistogram("chatauth.call.first_part", "s", "From a request to the first part of its answer, where that was asked for as a stream.", tags: null, s_ofVendors);

    public Counter<long> Failovers { get; } = meter.CreateCounter<long>("chatauth.failover.count", "{failover}", "Messages that went on to another account.");

    public Counter<long> Refreshes { get; } = meter.CreateCounter<long>("chatauth.refresh.count", "{refresh}", "Refreshes of logins.");

    public Counter<long> Cooldowns { get; } = meter.CreateCounter<long>("chatauth.cooldown.count", "{cooldown}", "Rests that accounts began.");

    public Counter<long> PinChanges { get; } = meter.CreateCounter<long>("chatauth.pin.changes", "{change}", "Changes of pins.");

    public Histogram<double> CommandDuration { get; } =
        meter.CreateHistogram("chatauth.command.duration", "s", "Commands, from parsed to reply.", tags: null, s_ofOurs);

    public Counter<long> QuestionsAsked { get; } = meter.CreateCounter<long>("chatauth.question.asked", "{question}", "Questions that people were asked.");

    public Counter<long> QuestionsAnswered { get; } = meter.CreateCounter<long>("chatauth.question.answered", "{question}", "Questions that people answered.");

    public bool WantCalls => Calls.Enabled || CallDuration.Enabled || FirstPart.Enabled;

    public bool WantChanges => PinChanges.Enabled || QuestionsAsked.Enabled || QuestionsAnswered.Enabled;
}
