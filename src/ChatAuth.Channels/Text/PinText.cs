using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>Pins in words.</summary>
internal static class PinText
{
    /// <summary><c>anthropic:work (subscription); ends in 2 h (…)</c>.</summary>
    public static ReplyText Pin(this ReplyText text, ShownPin pin, DateTimeOffset? now)
    {
        if (pin.Profile is not { } profile) return text.Add("nothing; the resolver chooses");
        text.Payer(profile);
        if (pin.State == PinStateName.AutoPinned) text.Add(", kept automatically");
        if (pin.Until is { } until) text.Add("; ends ").Moment(until, now);
        return pin.State == PinStateName.PinBroken ? text.Add("; it cannot be used now", TextStyle.Bad) : text;
    }

    /// <summary>Those that a person set: nothing else moves or drops them.</summary>
    public static IEnumerable<ShownPin> OfPeople(this ShownSession session) =>
        session.Pins.Where(pin => pin.State is PinStateName.UserPinned or PinStateName.PinBroken);
}
