using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;
using ChatAuth.Stateless.Tests.Machine;

namespace ChatAuth.Benchmarks.Machine;

/// <summary>
/// The session machine beside the same machine on Stateless, which the tests hold to be the same: kept in memory from event to event, and built from what a store
/// holds for one event. Kept ones go back and forth between two events, so that each changes something.
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class MachineBenchmarks
{
    private const string Pins = "a person pins";
    private const string Selects = "a person selects";
    private const string Chooses = "the resolver chooses";

    private readonly SessionEvent[] _pinned = [.. new[] { "work", "home" }.Select(name => new SessionEvent.ProfilePinned(
        Sample.Opus, Sample.Anthropic, Sample.Id(name), Sample.Payer(name), Person.Operator, null, new ChoiceId(1)))];

    private readonly SessionEvent[] _selected = [.. new[] { "openai/gpt-5.2", "anthropic/claude-opus-4-5" }.Select(name =>
        new SessionEvent.ModelSelected(ModelRef.Parse(name), null, new ChoiceId(2)))];

    private readonly SessionEvent.ProfileChosen[] _chosen = [.. new[] { "work", "home" }.Select(name =>
        new SessionEvent.ProfileChosen(MachineSample.Google, Sample.Id(name), Sample.Payer(name)))];

    private readonly SessionState _stored = MachineSample.State();
    private readonly StatelessConversation _machine = new(MachineSample.State());
    private SessionState _state = MachineSample.State();
    private int _turn;

    [Benchmark(Baseline = true, Description = "SessionMachine.Apply"), BenchmarkCategory(Pins)]
    public SessionState PinByApply() => Apply(_pinned);

    [Benchmark(Description = "Stateless, kept: Fire"), BenchmarkCategory(Pins)]
    public string? PinByFire() => Fire(_pinned);

    [Benchmark(Description = "Stateless, built from the store: Fire"), BenchmarkCategory(Pins)]
    public string? PinByBuilding() => BuildAndFire(_pinned);

    [Benchmark(Baseline = true, Description = "SessionMachine.Apply"), BenchmarkCategory(Selects)]
    public SessionState SelectByApply() => Apply(_selected);

    [Benchmark(Description = "Stateless, kept: Fire"), BenchmarkCategory(Selects)]
    public string? SelectByFire() => Fire(_selected);

    [Benchmark(Description = "Stateless, built from the store: Fire"), BenchmarkCategory(Selects)]
    public string? SelectByBuilding() => BuildAndFire(_selected);

    [Benchmark(Baseline = true, Description = "SessionMachine.Apply"), BenchmarkCategory(Chooses)]
    public SessionState ChooseByApply() => Apply(_chosen);

    [Benchmark(Description = "Stateless, kept: Fire"), BenchmarkCategory(Chooses)]
    public string? ChooseByFire() => Fire(_chosen);

    [Benchmark(Description = "Stateless, built from the store: Fire"), BenchmarkCategory(Chooses)]
    public string? ChooseByBuilding() => BuildAndFire(_chosen);

    [Benchmark(Description = "the same, of this one pin alone"), BenchmarkCategory(Chooses)]
    public string? ChooseByBuildingOnePin() => new StatelessPin(_stored.Pins[MachineSample.Google], static () => { }).Choose(_chosen[0]);

    private SessionState Apply(SessionEvent[] events) => _state = ((SessionOutcome.Transition)SessionMachine.Apply(_state, events[_turn ^= 1], Sample.Now)).Next;

    private string? Fire(SessionEvent[] events) => _machine.Fire(events[_turn ^= 1], Sample.Now);

    private string? BuildAndFire(SessionEvent[] events) => new StatelessConversation(_stored).Fire(events[0], Sample.Now);
}
