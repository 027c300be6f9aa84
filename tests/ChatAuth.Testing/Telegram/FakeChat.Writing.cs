using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <content>What people write.</content>
public sealed partial class FakeChat
{
    /// <summary>Somebody writes a text. In a private chat that opens it.</summary>
    /// <param name="author">The person, or another bot, whose messages are always told here: bots that may see each other are set up so.</param>
    /// <param name="text">The text; commands and mentions in it are found as Telegram finds them.</param>
    /// <param name="topic">The topic; null for General and outside of forums.</param>
    /// <param name="replyTo">What it answers.</param>
    public FakeMessage Write(FakeUser author, string text, FakeTopic? topic = null, FakeMessage? replyTo = null) =>
        Post(author, MessageContent.Typed(text), topic, replyTo, []);

    /// <summary>The person of a private chat writes.</summary>
    public FakeMessage Write(string text, FakeMessage? replyTo = null) =>
        Write(Person ?? throw new InvalidOperationException("Only a private chat has one person."), text, null, replyTo);

    /// <summary>Somebody sends a file with a text below it.</summary>
    public FakeMessage SendDocument(FakeUser author, string caption, string fileName = "notes.txt", FakeTopic? topic = null) =>
        Post(author, MessageContent.Typed(caption), topic, null, new JsonObject { ["document"] = Document(fileName) }, isCaption: true);

    /// <summary>Somebody forwards what another person wrote elsewhere.</summary>
    public FakeMessage Forward(FakeUser author, FakeUser origin, string text, FakeTopic? topic = null) =>
        Post(author, MessageContent.Typed(text), topic, null, new JsonObject { ["forward_origin"] = Origin("user", "sender_user", MessageJson.Of(origin)) });

    /// <summary>An administrator writes without a name: the sender is the group itself.</summary>
    public FakeMessage WriteAnonymously(string text, FakeTopic? topic = null) =>
        Post(FakeUser.GroupAnonymousBot, MessageContent.Typed(text), topic, null, new JsonObject { ["sender_chat"] = MessageJson.Of(this) });

    /// <summary>Somebody writes in the name of a channel of theirs.</summary>
    public FakeMessage WriteAsChannel(string text, string channel = "Some channel", FakeTopic? topic = null) =>
        Post(FakeUser.ChannelBot, MessageContent.Typed(text), topic, null, new JsonObject { ["sender_chat"] = Channel(channel) });

    /// <summary>The linked channel's post appears in its discussion group.</summary>
    public FakeMessage RelayFromChannel(string text, string channel = "Linked channel")
    {
        var origin = Origin("channel", "chat", Channel(channel));
        origin["message_id"] = 1;
        var extra = new JsonObject { ["sender_chat"] = Channel(channel), ["forward_origin"] = origin, ["is_automatic_forward"] = true };
        return Post(FakeUser.TelegramService, MessageContent.Typed(text), null, null, extra);
    }

    /// <summary>Somebody asks all.</summary>
    public FakeMessage WritePoll(FakeUser author, string question, params string[] options) =>
        Post(author, MessageContent.Empty, null, null, new JsonObject { ["poll"] = Poll(question, options) });

    /// <summary>Somebody changes a message of theirs.</summary>
    public void Edit(FakeMessage message, string text)
    {
        lock (World.Gate)
        {
            message.Edit(MessageContent.Typed(text), World.Time.GetUtcNow());
            if (BotSees(message)) World.Deliver("edited_message", Id, MessageJson.Of(message));
            Changed.Pulse();
        }
    }

    /// <summary>Somebody deletes a message; bots are not told.</summary>
    public void Delete(FakeMessage message)
    {
        lock (World.Gate)
        {
            message.Delete();
            Changed.Pulse();
        }
    }

    /// <summary>Somebody opens a topic of a forum.</summary>
    public FakeTopic AddTopic(FakeUser author, string name)
    {
        lock (World.Gate)
        {
            if (!IsForum) throw new InvalidOperationException($"'{Title}' is no forum.");
            var topic = new FakeTopic(NextId(), name);
            _topics[topic.ThreadId] = topic;
            var created = new FakeMessage(this, topic.ThreadId, author, World.Time.GetUtcNow(), MessageContent.Empty)
            {
                ThreadId = topic.ThreadId,
                Topic = topic,
                Extra = new JsonObject { ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = 7322096 } },
            };
            Announce(Add(created));
            return topic;
        }
    }

    /// <summary>Somebody deletes a topic with all that is in it.</summary>
    public void DeleteTopic(FakeTopic topic)
    {
        lock (World.Gate)
        {
            _topics.Remove(topic.ThreadId);
            foreach (var message in _messages.Where(message => message.ThreadId == topic.ThreadId)) message.Delete();
            Changed.Pulse();
        }
    }

    private FakeMessage Post(FakeUser author, MessageContent content, FakeTopic? topic, FakeMessage? replyTo, JsonObject extra, bool isCaption = false)
    {
        lock (World.Gate)
        {
            if (Person is not null) BotIsMember = true;
            var message = new FakeMessage(this, NextId(), author, World.Time.GetUtcNow(), content)
            {
                Topic = topic,
                ThreadId = ThreadOf(topic, replyTo),
                ReplyTo = replyTo ?? (topic is null ? null : Find(topic.ThreadId)),
                Extra = extra,
                IsCaption = isCaption,
            };
            Announce(Add(message));
            return message;
        }
    }

    private void Announce(FakeMessage message)
    {
        if (message.From is { IsBot: true, StandsIn: false } other) LastBot = other;
        if (BotSees(message)) World.Deliver("message", Id, MessageJson.Of(message));
    }

    /// <summary>Answers in a supergroup that is no forum hang on a thread too, without being a topic.</summary>
    internal long? ThreadOf(FakeTopic? topic, FakeMessage? replyTo) =>
        topic?.ThreadId ?? (Type == "supergroup" && !IsForum && replyTo is not null ? replyTo.ThreadId ?? replyTo.Id : null);

    private JsonObject Origin(string type, string field, JsonObject who) =>
        new() { ["type"] = type, ["date"] = World.Time.GetUtcNow().AddHours(-1).ToUnixTimeSeconds(), [field] = who };

    private static JsonObject Channel(string title) => new() { ["id"] = -1009900000001, ["type"] = "channel", ["title"] = title };

    private static JsonObject Document(string name) =>
        new() { ["file_id"] = $"FAKE-{name}", ["file_unique_id"] = $"U-{name}", ["file_name"] = name, ["mime_type"] = "text/plain", ["file_size"] = 12 };

    private static JsonObject Option(string text, int index) =>
        new() { ["persistent_id"] = $"{index}", ["text"] = text, ["voter_count"] = 0 };

    private static JsonObject Poll(string question, string[] options) => new()
    {
        ["id"] = "5300000000000000001",
        ["question"] = question,
        ["options"] = new JsonArray([.. options.Select(Option)]),
        ["total_voter_count"] = 0,
        ["is_closed"] = false,
        ["is_anonymous"] = true,
        ["type"] = "regular",
        ["allows_multiple_answers"] = false,
        ["allows_revoting"] = true,
        ["members_only"] = false,
    };
}
