using ChatAuth.Core.Sessions;

namespace ChatAuth.Stateless.Tests.Walks;

/// <summary>Counts which event met which state, and how it was answered.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<(string Row, string Column), int> _cells = [];
    private readonly Dictionary<string, int> _outcomes = [];

    /// <summary>How often each outcome was seen: a code of a refusal, or <c>applied</c>.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    public int this[string row, string column] => _cells.GetValueOrDefault((row, column));

    public void Count(string row, SessionEvent happened, SessionState met, DateTimeOffset now, string? refusal)
    {
        _outcomes[refusal ?? "applied"] = _outcomes.GetValueOrDefault(refusal ?? "applied") + 1;
        // What is refused for its number or its choice never met the state.
        if (refusal is "superseded" or "choice-moved") return;
        foreach (var provider in ProviderOf(happened) is { } one ? [one] : WalkEvents.Providers)
        {
            var cell = (row, ColumnOf(met.Pins[provider], now));
            _cells[cell] = _cells.GetValueOrDefault(cell) + 1;
        }
    }

    private static string ColumnOf(PinState pin, DateTimeOffset now) => pin.GetType().Name + (pin.OfPerson?.Until <= now ? " (time is up)" : "");

    private static Core.Models.ProviderId? ProviderOf(SessionEvent happened) => happened switch
    {
        SessionEvent.ProfilePinned e => e.Provider,
        SessionEvent.PinRemoved e => e.Provider,
        SessionEvent.ProfileChosen e => e.Provider,
        SessionEvent.ProfileFailed e => e.Provider,
        SessionEvent.ProfileBroke e => e.Provider,
        SessionEvent.ProfileMended e => e.Provider,
        _ => null,
    };
}
