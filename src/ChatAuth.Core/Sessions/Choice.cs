namespace ChatAuth.Core.Sessions;

/// <summary>What people chose in a conversation: what a thread inherits, what the history records and what undo brings back.</summary>
/// <param name="Model">The model.</param>
/// <param name="Pins">People's pins, whole or broken; never the resolver's.</param>
/// <param name="Follows">There is no choice of its own: the parent's, or the default, is what holds.</param>
public sealed record Choice(ModelChoice Model, PinTable Pins, bool Follows)
{
    /// <summary>The earliest end in it; null when nothing ends.</summary>
    public DateTimeOffset? NextEnd
    {
        get
        {
            var next = Model.Until;
            foreach (var (_, pin) in Pins)
            {
                if (pin.OfPerson?.Until is { } until && !(until >= next)) next = until;
            }
            return next;
        }
    }
}
