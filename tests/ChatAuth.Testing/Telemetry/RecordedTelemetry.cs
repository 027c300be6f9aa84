using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Telemetry;

/// <summary>Listens to everything that one assembled ChatAuth measures and traces, and to nobody else's.</summary>
public sealed class RecordedTelemetry : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;
    private readonly ConcurrentQueue<Instrument> _instruments = new();

    public RecordedTelemetry(IServiceProvider services)
    {
        var meter = services.GetRequiredService<ChatAuthMeter>();
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (!ReferenceEquals(instrument.Meter, meter.Meter)) return;
            _instruments.Enqueue(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, meter.Source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    /// <summary>What there is to measure.</summary>
    public IEnumerable<Instrument> Instruments => _instruments;

    public ConcurrentQueue<Measured> Measurements { get; } = new();

    /// <summary>The ones that ended, in the order of their ends.</summary>
    public ConcurrentQueue<Activity> Activities { get; } = new();

    public IEnumerable<Measured> Of(string instrument) => Measurements.Where(measured => measured.Instrument == instrument);

    /// <summary>Every text that a listener was handed.</summary>
    public IEnumerable<string> Texts =>
    [
        .. Measurements.Select(measured => measured.ToString()),
        .. Activities.SelectMany(activity => (IEnumerable<string?>)
        [
            activity.DisplayName, activity.OperationName, activity.StatusDescription, activity.TraceStateString,
            .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
            .. activity.Events.Select(happened => happened.Name + string.Concat(happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))),
        ]).OfType<string>(),
    ];

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Enqueue(new Measured(instrument.Name, value, tags.ToArray().ToDictionary()));
}
