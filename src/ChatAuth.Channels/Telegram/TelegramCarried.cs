namespace ChatAuth.Channels.Telegram;

/// <summary>What a message carries besides its text: a key can be pasted into each of it.</summary>
internal static class TelegramCarried
{
    /// <summary>The words of each part that has any. Without the message that is answered: it came by itself, and does not go to a model.</summary>
    public static IReadOnlyList<string> By(TelegramUpdate.IncomingMessage message)
    {
        List<string>? carried = null;
        foreach (var words in Parts(message))
        {
            if (words is { Length: > 0 }) (carried ??= []).Add(words);
        }
        return carried ?? (IReadOnlyList<string>)[];
    }

    private static IEnumerable<string?> Parts(TelegramUpdate.IncomingMessage message)
    {
        // A link's address and the language of a code block are cut out of the text that people typed.
        foreach (var entity in message.Entities ?? message.CaptionEntities ?? [])
        {
            yield return entity?.Url;
            yield return entity?.Language;
        }
        if (message.Text is not null) yield return message.Caption;
        yield return message.Quote?.Text;
        yield return message.LinkPreviewOptions;
        yield return message.Document;
        yield return message.Audio;
        yield return message.Video;
        yield return message.PaidMedia;
        yield return message.RichMessage;
        yield return message.Poll;
        yield return message.PollOptionAdded;
        yield return message.Checklist;
        yield return message.ChecklistTasksAdded;
        yield return message.Contact;
        yield return message.Venue;
        yield return message.NewChatTitle;
        yield return message.ForumTopicCreated;
        yield return message.ForumTopicEdited;
        yield return message.WebAppData;
    }
}
