using ChatAuth.Core.Sessions;

namespace ChatAuth.Stateless.Tests.Machine;

/// <summary>What stands at a time when choices have ends, and how many are nested.</summary>
internal static class Ends
{
    public const int Deepest = 8;

    public static PinState At(PinState pin, DateTimeOffset time) => PersonsPin(pin) switch
    {
        { Until: { } until, Then: var then } when until <= time => At(then ?? PinState.Unpinned.Instance, time),
        _ => pin,
    };

    public static ModelChoice At(ModelChoice model, DateTimeOffset time) => model switch
    {
        { Until: { } until, Then: var then } when until <= time => At(then ?? ModelChoice.Default, time),
        _ => model,
    };

    public static int Count(PinState pin)
    {
        var count = 0;
        for (var then = PersonsPin(pin)?.Then; then is not null; then = PersonsPin(then)?.Then) count++;
        return count;
    }

    public static int Count(ModelChoice model)
    {
        var count = 0;
        for (var then = model.Then; then is not null; then = then.Then) count++;
        return count;
    }

    private static PinState.UserPinned? PersonsPin(PinState pin) => pin is PinState.PinBroken broken ? broken.Pin : pin as PinState.UserPinned;
}
