using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>What a command did with the choice, or would do: always with who pays from then on.</summary>
internal static class ChoiceText
{
    private const string Unverified = "No catalog lists that model; it is taken as typed.";

    public static void Render(ReplyText text, CommandReply.ChoiceChanged reply)
    {
        var provider = reply.Resolution.Model.Ref.Provider;
        text.Line(Headline(reply), TextStyle.Good).Model(reply.Resolution.Model);
        var pin = reply.Session?.OfPeople().FirstOrDefault(pin => pin.Provider == provider);
        if (NamesPin(reply.Change) && pin?.Profile is { } pinned) text.Add(", pinned to ").Add(pinned.Name, TextStyle.Strong);
        text.Add(".");
        if (!reply.Verified) text.Line(Unverified, TextStyle.Warn);
        text.Next(reply.Resolution, reply.At);
        if (reply.Session is not { } session) return;
        Ends(text, session, pin, reply.At);
        Stays(text, session.OfPeople().Where(other => !NamesPin(reply.Change) || other != pin), reply.At);
    }

    public static void Render(ReplyText text, CommandReply.DryRun reply)
    {
        text.Line("Only asked: nothing was changed.", TextStyle.Dim);
        if (reply.Refusal is { } refusal) text.Line($"It would be refused. {refusal.Message} ", TextStyle.Bad).Code(refusal);
        if (!reply.Verified) text.Line(Unverified, TextStyle.Warn);
        text.Line("Then: ").Model(reply.Resolution.Model).Next(reply.Resolution, reply.At, "would pay").DecidedBy(reply.Resolution);
        text.Candidates(reply.Resolution.Candidates, reply.At);
    }

    /// <summary>The pin is what the command was about, or what it brought back.</summary>
    private static bool NamesPin(ChoiceChange change) => change is ChoiceChange.Pinned or ChoiceChange.Undone or ChoiceChange.Inherited;

    private static string Headline(CommandReply.ChoiceChanged reply) => reply switch
    {
        { Changed: false } => "It was so already: ",
        { Change: ChoiceChange.Unpinned } => "Unpinned; the resolver chooses for ",
        { Change: ChoiceChange.Reset } => "Back to the default: ",
        { Change: ChoiceChange.Inherited } => "Following the parent conversation again: ",
        { Change: ChoiceChange.Undone } => "Undone. Now: ",
        _ => "Now: ",
    };

    /// <summary>What ends when; one line where the model and its pin end together.</summary>
    private static void Ends(ReplyText text, ShownSession session, ShownPin? pin, DateTimeOffset now)
    {
        if (session.Until is { } model)
            text.Line(pin?.Until == model ? "Ends " : "The selection ends ").Moment(model, now).Add("; then what stood before holds again.");
        if (pin?.Until is { } until && until != session.Until)
            text.Line("The pin ends ").Moment(until, now).Add("; then what stood before holds again.");
    }

    private static void Stays(ReplyText text, IEnumerable<ShownPin> pins, DateTimeOffset now)
    {
        foreach (var pin in pins) text.Line($"Still pinned at {pin.Provider}: ").Pin(pin, now).Add(".");
    }
}
