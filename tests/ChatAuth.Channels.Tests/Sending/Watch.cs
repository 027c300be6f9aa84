using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Tests.Sending;

/// <summary>All that a host could have attached: a log at its finest, activities, metrics, and the events of the network.</summary>
internal sealed class Watch<TLogger> : EventListener, ILogger<TLogger>
{
    private static readonly string[] Networks = ["System.Net.Http", "System.Net.Sockets", "System.Net.Security", "System.Net.NameResolution"];

    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Watch()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => See($"{activity.DisplayName} {TextOf(activity.TagObjects)} {string.Concat(activity.Events.Select(one => one.Name + TextOf(one.Tags)))}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, meters) => meters.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => See(instrument.Name + TextOf(tags.ToArray())));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => See(instrument.Name + TextOf(tags.ToArray())));
        _meters.Start();
    }

    public string Seen => string.Join('\n', _seen);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        See($"{formatter(state, exception)} {state} {exception}");

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (Networks.Contains(eventSource.Name)) EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) => See($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");

    /// <summary>Events come already while the base is constructed.</summary>
    private void See(string text) => _seen?.Enqueue(text);

    private static string TextOf(IEnumerable<KeyValuePair<string, object?>> tags) => string.Concat(tags.Select(tag => $" {tag.Key}={tag.Value}"));
}
