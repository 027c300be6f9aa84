using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>Current, default, pinned, next and last served as separate lines, then each candidate; and the decision alone.</summary>
internal static class StatusText
{
    public static void Render(ReplyText text, CommandReply.Status status)
    {
        if (status.Session is { } session) Current(text, session, status.At);
        if (status.NotOfferedTo.Count > 0) text.Line("Offered: ", TextStyle.Strong).NotOffered("", status.NotOfferedTo, status.Resolution.Model);
        text.Line("Default: ", TextStyle.Strong).Model(status.Default);
        if (status.Session is { } own) Pinned(text, own, status.Resolution, status.At);
        text.Next(status.Resolution, status.At).DecidedBy(status.Resolution);
        LastServed(text, status.LastServed, status.At);
        if (status.Endpoint is { } endpoint && status.Visibility == Visibility.Private)
        {
            text.Line("Endpoint: ", TextStyle.Strong).Add(Address(endpoint));
            if (status.Api is { } api) text.Add($" ({api})");
        }
        else if (status.Api is { } kind) text.Line("API: ", TextStyle.Strong).Add(kind);
        text.Line("Accounts:", TextStyle.Strong).Candidates(status.Resolution.Candidates, status.At);
    }

    public static void Render(ReplyText text, CommandReply.Why why) =>
        text.Line().Model(why.Resolution.Model)
            .Next(why.Resolution, why.At).DecidedBy(why.Resolution).Candidates(why.Resolution.Candidates, why.At);

    private static void Current(ReplyText text, ShownSession session, DateTimeOffset now)
    {
        text.Line("Current: ", TextStyle.Strong).Model(session.Model);
        if (session.IsDefault) text.Add(", the default");
        if (session.Inherited) text.Add(", inherited from the parent conversation");
        if (session.Until is { } until) text.Add("; ends ").Moment(until, now);
    }

    /// <summary>The current provider's pin, and what people pinned elsewhere.</summary>
    private static void Pinned(ReplyText text, ShownSession session, ShownResolution resolution, DateTimeOffset now)
    {
        var provider = resolution.Model.Ref.Provider;
        var pin = session.Pins.FirstOrDefault(pin => pin.Provider == provider) ?? new ShownPin(provider, PinStateName.Unpinned, null, null);
        text.Line("Pinned: ", TextStyle.Strong).Pin(pin, now);
        foreach (var other in session.OfPeople().Where(other => other.Provider != provider))
            text.Line($"Pinned at {other.Provider}: ", TextStyle.Strong).Pin(other, now);
    }

    private static void LastServed(ReplyText text, ShownReceipt? receipt, DateTimeOffset now)
    {
        text.Line("Last served: ", TextStyle.Strong);
        if (receipt is null) text.Add("nothing was answered yet");
        else text.Add($"{receipt.Model.Ref}, paid by ").Payer(receipt.Profile).Add(", ").Moment(receipt.At, now);
    }

    /// <summary>Without a user part and a query, which can hold secrets.</summary>
    private static string Address(Uri endpoint) =>
        endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
