namespace ChatAuth.Channels;

/// <summary>The commands, one a line.</summary>
internal static class HelpText
{
    private const int Column = 30;

    private static readonly (string Typed, string Does)[] s_commands =
    [
        ("/model", "the list of models and accounts"),
        ("/model 3", "choose row 3 of the list that you saw last"),
        ("/model opus", "choose a model; pins stay"),
        ("/model opus@anthropic:work", "choose a model, and pin the account that pays"),
        ("/model @work", "keep the model, pin the account"),
        ("/model opus for 2h", "for a time, then back to what stood before"),
        ("/model opus ?", "say what would happen, and change nothing"),
        ("/model status", "what holds, what is pinned, and who pays next"),
        ("/model why", "why that account, and why not the others"),
        ("/model test", "try the account"),
        ("/model unpin", "drop the pin; the resolver chooses"),
        ("/model reset", "back to the default"),
        ("/model inherit", "follow the parent conversation again"),
        ("/model undo", "take the last change back"),
        ("/model history", "the list of changes"),
        ("/model allow", "answer who may pay: once, session or never"),
        ("/model deny", "do not send that message"),
        ("/model clear @work", "for owners: end an account's rest"),
        ("/opus explain this", "ask once with a model, and change nothing"),
    ];

    public static void Render(ReplyText text)
    {
        foreach (var (typed, does) in s_commands) text.Line(typed, TextStyle.Command).Pad(Column).Add(does);
    }
}
