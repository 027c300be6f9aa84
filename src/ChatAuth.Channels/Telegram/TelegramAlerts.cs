using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>What a reply comes to, in the line that answers a tap.</summary>
internal static class TelegramAlerts
{
    private const int Most = 200;
    private const int MostName = 60;

    /// <summary>1 to 200 UTF-16 units.</summary>
    public static string Of(CommandReply reply) => ShortName.Of(
        reply switch
        {
            CommandReply.Failed failed => $"{failed.Code.Message} {Remedy(failed.Code.Remedy)}",
            CommandReply.ChoiceChanged changed => Changed(changed),
            _ => ButtonedText.Of(reply with { Notices = [] }, TelegramKeyboards.Buttons(reply)).ToString().Split('\n')[0],
        },
        Most);

    private static string Remedy(string remedy) => remedy.StartsWith('/') ? $"Try {remedy}" : remedy;

    private static string Changed(CommandReply.ChoiceChanged reply)
    {
        var model = reply.Resolution.Model;
        var payer = reply.Resolution.Next is { } next ? ShortName.Of(next.NameAt(model.Ref.Provider), MostName) : "nobody";
        return $"{(reply.Changed ? "Now" : "It was so already")}: {ShortName.Of(model.Short, MostName)} · {payer} pays";
    }
}
