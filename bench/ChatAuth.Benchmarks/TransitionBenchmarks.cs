using BenchmarkDotNet.Attributes;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Benchmarks;

/// <summary>One step of the session machine, in a conversation in which people pinned at two providers and the resolver at one.</summary>
public class TransitionBenchmarks
{
    private readonly SessionState _state = new()
    {
        Model = new ModelChoice(Sample.Opus),
        Follows = false,
        Pins = PinTable.Empty
            .With(Sample.Anthropic, new PinState.UserPinned(Sample.Id("home"), Sample.Payer("home"), Person.Operator))
            .With(ProviderId.Parse("google"), new PinState.AutoPinned(Sample.Id("auto"), Sample.Payer("auto")))
            .With(ProviderId.Parse("openai"), new PinState.UserPinned(Sample.Id("other"), Sample.Payer("other"), Person.Operator)),
    };

    private readonly SessionEvent _pinned = new SessionEvent.ProfilePinned(
        Sample.Opus, Sample.Anthropic, Sample.Id("work"), Sample.Payer("work"), Person.Operator, null, new ChoiceId(1));

    private readonly SessionEvent _selected = new SessionEvent.ModelSelected(ModelRef.Parse("openai/gpt-5.2"), null, new ChoiceId(2));

    private readonly SessionEvent _chosen = new SessionEvent.ProfileChosen(ProviderId.Parse("google"), Sample.Id("work"), Sample.Payer("work"));

    [Benchmark(Baseline = true, Description = "anchor: state with { }")]
    public SessionState Copy() => _state with { };

    [Benchmark(Description = "a person pins")]
    public SessionOutcome Pin() => SessionMachine.Apply(_state, _pinned, Sample.Now);

    [Benchmark(Description = "a person selects")]
    public SessionOutcome Select() => SessionMachine.Apply(_state, _selected, Sample.Now);

    [Benchmark(Description = "the resolver chooses")]
    public SessionOutcome Choose() => SessionMachine.Apply(_state, _chosen, Sample.Now);
}
