namespace ChatAuth.Testing.Contracts.Channels.Discord;

/// <summary>What somebody fills in for what they would type elsewhere.</summary>
/// <param name="Name">The command.</param>
/// <param name="Options">Its options.</param>
public sealed record SlashCommand(string Name, IReadOnlyList<(string Name, object Value)> Options)
{
    /// <summary><c>/model x</c> and <c>/opus@work</c> choose, <c>/opus explain this</c> asks once.</summary>
    public static SlashCommand Of(string typed)
    {
        var (word, rest) = typed[1..].Split((char[])[' ', '\n'], 2) is [var first, var other] ? (first, other) : (typed[1..], null);
        return (word, rest) switch
        {
            ("model" or "models", null) => new SlashCommand("model", []),
            ("model" or "models", _) => new SlashCommand("model", [("choice", rest)]),
            (_, null) => new SlashCommand("model", [("choice", word)]),
            _ => Ask(rest).With("with", word),
        };
    }

    public static SlashCommand Ask(string prompt) => new("ask", [("prompt", prompt)]);

    public SlashCommand With(string option, object value) => this with { Options = [.. Options, (option, value)] };
}
