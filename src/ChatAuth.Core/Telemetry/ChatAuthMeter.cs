using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Telemetry;

/// <summary>Is told facts, and tells whoever listens; while nobody does, nothing is computed. Thread-safe.</summary>
internal sealed class ChatAuthMeter : IDisposable
{
    private static readonly string s_version = typeof(ChatAuthMeter).Assembly.GetName().Version!.ToString(3);

    private readonly Instruments _instruments;
    private readonly TagWords _words;
    private readonly TimeProvider _time;

    /// <summary>Takes the host's factory of meters, which disposes of them; without one it has a meter of its own.</summary>
    public ChatAuthMeter(ChatAuthSettings settings, TimeProvider time, IMeterFactory? meters = null)
    {
        var named = new MeterOptions(ChatAuthTelemetry.MeterName) { Version = s_version };
        Meter = meters?.Create(named) ?? new Meter(named);
        Source = new ActivitySource(ChatAuthTelemetry.ActivitySourceName, s_version);
        (_instruments, _words, _time) = (new Instruments(Meter), new TagWords(settings), time);
    }

    public Meter Meter { get; }

    public ActivitySource Source { get; }

    /// <summary>A message is asked. Null while nobody listens, as below.</summary>
    public Watch? Ask() => Source.StartActivity("chatauth ask") is { } activity ? new Watch(_time, activity) : null;

    /// <summary>A request goes to a vendor.</summary>
    public Watch? Call(ModelRef model, BillingClass billing, AttemptPurpose purpose, Watch? asked = null)
    {
        var isTraced = Source.HasListeners();
        return isTraced || _instruments.WantCalls ? Begin(model, billing, purpose, asked, isTraced) : null;
    }

    /// <summary>A command is done.</summary>
    public Watch? Command(ModelCommand command)
    {
        var isTraced = Source.HasListeners();
        if (!isTraced && !_instruments.CommandDuration.Enabled) return null;
        var kind = TagWords.Of(command);
        var activity = isTraced ? Source.StartActivity("chatauth command")?.SetTag("kind", kind) : null;
        return new Watch(_time, activity, done => _instruments.CommandDuration.Record(
            done.Length.TotalSeconds, new TagList { { "kind", kind }, { "outcome", done.Outcome } }));
    }

    /// <summary>A message goes on to another account.</summary>
    /// <param name="provider">Where it goes on.</param>
    /// <param name="reason">What the account before it failed with.</param>
    public void FailedOver(ProviderId provider, ErrorCode reason)
    {
        if (_instruments.Failovers.Enabled) _instruments.Failovers.Add(1, new("provider", _words.Of(provider)), new("reason", reason.Id));
    }

    /// <summary>An account rests from now on.</summary>
    public void CooldownStarted(ProviderId provider, FailureReason reason)
    {
        if (_instruments.Cooldowns.Enabled) _instruments.Cooldowns.Add(1, new("provider", _words.Of(provider)), new("reason", Kebab.Of(reason)));
    }

    /// <summary>A refresh ended.</summary>
    public RefreshOutcome Refreshed(ProviderId provider, RefreshOutcome outcome)
    {
        if (_instruments.Refreshes.Enabled) _instruments.Refreshes.Add(1, new("provider", _words.Of(provider)), new("outcome", TagWords.Of(outcome)));
        return outcome;
    }

    /// <summary>Changes of a conversation are durable.</summary>
    public void Changed(IReadOnlyList<SessionEvent> facts)
    {
        if (facts.Count == 0 || !_instruments.WantChanges) return;
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case SessionEvent.QuestionAsked asked: _instruments.QuestionsAsked.Add(1, new KeyValuePair<string, object?>("kind", Kebab.Of(asked.Question.Kind))); break;
                case SessionEvent.QuestionAnswered answered: _instruments.QuestionsAnswered.Add(1, new KeyValuePair<string, object?>("answer", TagWords.Of(answered.Scope))); break;
                default: _instruments.PinChanges.Add(1, new KeyValuePair<string, object?>("kind", TagWords.Of(fact))); break;
            }
        }
    }

    public void Dispose()
    {
        Meter.Dispose();
        Source.Dispose();
    }

    /// <summary>Apart from where it is asked for, so that nothing is made for it while nobody listens.</summary>
    private Watch Begin(ModelRef model, BillingClass billing, AttemptPurpose purpose, Watch? asked, bool isTraced)
    {
        var tags = new TagList
        {
            { "provider", _words.Of(model.Provider) },
            { "model", _words.Of(model) },
            { "billing", Kebab.Of(billing) },
            { "purpose", Kebab.Of(purpose) },
        };
        var activity = isTraced ? Source.StartActivity("chatauth send", ActivityKind.Client, asked?.Context ?? default, tags) : null;
        return new Watch(_time, activity, call => Called(call, tags));
    }

    private void Called(Watch call, TagList tags)
    {
        tags.Add("outcome", call.Outcome);
        _instruments.Calls.Add(1, tags);
        _instruments.CallDuration.Record(call.Length.TotalSeconds, tags);
        if (call.FirstPart is { } first) _instruments.FirstPart.Record(first.TotalSeconds, tags);
    }
}
