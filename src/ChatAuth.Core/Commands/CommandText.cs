using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>What a text is before anybody handles it: for bots that have commands of their own.</summary>
public static class CommandText
{
    /// <summary>Whether it is a command of ChatAuth's, also where something in it is wrong; neither a question to the model, nor a command of another bot's.</summary>
    /// <param name="text">What a person typed.</param>
    /// <param name="catalog">The aliases that are commands here.</param>
    /// <param name="bot">How bots are addressed here.</param>
    public static bool IsOurs(string text, ModelCatalog catalog, BotAddress bot = default) => ModelCommandParser.Parse(text, catalog, bot).Kind is MessageKind.Command;
}
