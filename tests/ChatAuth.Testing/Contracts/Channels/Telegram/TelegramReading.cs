using System.Text;
using ChatAuth.Channels.Telegram;

namespace ChatAuth.Testing.Contracts.Channels.Telegram;

/// <summary>What the channel makes of an update, as a text that can be compared.</summary>
public static class TelegramReading
{
    public static string Of(string updateJson, long botId, string botName)
    {
        var happened = TelegramUpdateReader.Read(Encoding.UTF8.GetBytes(updateJson), new TelegramBot(botId, botName, true));
        return $"{happened.UpdateId} {happened} " + happened switch
        {
            TelegramEvent.Said said => $"{said.Context} {said.Place} {said.MessageId} {said.IsAddressed} {said.Text} {string.Join('|', said.Carried)}",
            TelegramEvent.Overheard overheard => $"{overheard.Context} {overheard.Place} {overheard.MessageId} {string.Join('|', overheard.Texts)}",
            TelegramEvent.Tapped tap => $"{tap.Context} {tap.Place} {tap.MessageId} {tap.CallbackId} {tap.Token}",
            TelegramEvent.Migrated moved => $"{moved.From} {moved.To}",
            _ => "",
        };
    }
}
