using System.Globalization;
using ChatAuth.Core.Sessions;
using ChatAuth.Stateless.Tests.Machine;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Stateless.Tests.Walks;

/// <summary>Events, one a seed, that both machines go through side by side.</summary>
/// <param name="Start">Where it begins; an index of <see cref="WalkStarts.States"/>.</param>
/// <param name="IsStored">The machine of Stateless is stored and built anew before each event, as for a conversation that is silent in between.</param>
/// <param name="Seeds">The seeds.</param>
internal sealed record Walk(int Start, bool IsStored, int[] Seeds)
{
    /// <summary>This walk without a part of it, the greater parts first.</summary>
    public IEnumerable<Walk> Shorter
    {
        get
        {
            for (var length = Seeds.Length / 2; length > 0; length /= 2)
            {
                for (var at = 0; at + length <= Seeds.Length; at += length) yield return this with { Seeds = [.. Seeds[..at], .. Seeds[(at + length)..]] };
            }
        }
    }

    /// <summary>Where the machines part, with all that led there; null when they agree to the end.</summary>
    public string? Disagreement(Coverage coverage)
    {
        var (state, now, past, told) = (WalkStarts.States[Start], WalkStarts.Time, new List<Choice> { WalkStarts.States[Start].Choice }, new List<(DateTimeOffset At, SessionEvent Happened)>());
        var other = new StatelessConversation(state);
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            now = Later(now, state, random);
            var row = WalkEvents.Rows[random.Next(WalkEvents.Rows.Count)];
            var happened = new WalkEvents(state, now, past, random).Draw(row);
            if (IsStored) other = new StatelessConversation(other.State);

            var outcome = SessionMachine.Apply(state, happened, now);
            var refusal = other.Fire(happened, now);

            told.Add((now, happened));
            coverage.Count(row, happened, state, now, refusal);
            var next = outcome is SessionOutcome.Transition transition ? transition.Next : state;
            if ((outcome as SessionOutcome.Refusal)?.Code.Id != refusal || !SessionStates.AreSame(next, other.State) || WalkEvents.Providers.Any(provider => StatelessPin.KindOf(next.Pins[provider]) != other.KindOf(provider)))
            {
                return $"""
                    {string.Join('\n', told.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.At:HH:mm:ss} {one.Happened}")))}
                    Before:         {Told(state)}
                    SessionMachine: {(outcome is SessionOutcome.Transition ? Told(next) : outcome)}
                    Stateless:      {refusal ?? Told(other.State)}
                    """;
            }
            state = next;
            past.Add(state.Choice);
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"start {Start}, {(IsStored ? "stored" : "kept")}, seeds {string.Join(' ', Seeds)}";

    private static string Told(SessionState state) => string.Join(", ",
        [
            $"{state.ChoiceId}", $"{state.Model}", state.Follows ? "follows" : "its own", $"typed {state.LastTyped}", $"acknowledged {state.Acknowledged}",
            .. state.Pins.Select(pin => $"{pin}"), .. state.Consents.Select(consent => $"{consent}"), .. state.Questions.Select(question => $"{question}"),
        ]);

    /// <summary>At once, soon, or at the very moment at which something ends.</summary>
    private static DateTimeOffset Later(DateTimeOffset now, SessionState state, Random random) => random.Next(10) switch
    {
        < 4 => now,
        < 6 => now.AddMinutes(random.Next(5)),
        < 8 => now.AddMinutes(random.Next(120)),
        8 => now.AddTicks(random.Next(1_000_000)),
        _ => state.Choice.NextEnd is { } end && end > now ? end : now,
    };
}
