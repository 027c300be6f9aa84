using ChatAuth.Core.Commands;
using ChatAuth.Core.Tests.Models;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Reads a text as a bot on Telegram would that is called MyBot.</summary>
internal static class Typed
{
    public static BotAddress Telegram { get; } = new("MyBot", "bot");

    public static ParsedMessage Message(string text) => ModelCommandParser.Parse(text, Known.Catalog, Telegram);

    public static ModelCommand? Command(string text) => Message(text).Command;

    public static ModelCommand? OnDiscord(string text) => ModelCommandParser.Parse(text, Known.Catalog, default).Command;
}
