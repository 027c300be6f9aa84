using System.Text.Json.Nodes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>What people do, as the bot is told it.</summary>
internal sealed class PeopleTests : FakeTelegramTest
{
    private JsonNode Last => JsonNode.Parse(Server.LastUpdate)!;

    [TearDown]
    public void NoDefects() => Assert.That(Server.Defects, Is.Empty);

    [TestCase("/model", "bot_command 0 6")]
    [TestCase("/model@ChatAuthTestBot opus@anthropic:work", "bot_command 0 22")]
    [TestCase("/opus@work hello", "bot_command 0 10")]
    [TestCase("/model @work", "bot_command 0 6, mention 7 5")]
    [TestCase("a/b x/model //model /model/x", "")]
    [TestCase("see /model, @ada_test!", "bot_command 4 6, mention 12 9")]
    [TestCase("me@example @ab", "")]
    [TestCase("😀 /model", "bot_command 3 6")]
    public void Commands_and_mentions_are_found(string text, string found)
    {
        Chat.Write(text);

        var entities = Last["message"]!["entities"]?.AsArray() ?? [];
        Assert.That(string.Join(", ", entities.Select(entity => $"{entity!["type"]} {entity["offset"]} {entity["length"]}")), Is.EqualTo(found));
    }

    [Test]
    public void First_words_open_a_private_chat()
    {
        var chat = Server.PrivateChat(Server.AddPerson("Bob"));

        chat.Open();

        Assert.That($"{Last["message"]!["text"]} {Last["message"]!["chat"]!["type"]}", Is.EqualTo("/start private"));
        Assert.That(chat.BotIsMember, Is.True);
    }

    [Test]
    public void Topic_and_general_are_told_apart()
    {
        var forum = Server.AddForum("Forum");
        forum.BotIsAdmin = true;
        var topic = forum.AddTopic(Ada, "Cats");

        forum.Write(Ada, "in general");
        var general = Last["message"]!;
        forum.Write(Ada, "in cats", topic);
        var cats = Last["message"]!;

        Assert.That(general["message_thread_id"], Is.Null);
        Assert.That(general["is_topic_message"], Is.Null);
        Assert.That(cats["message_thread_id"]!.GetValue<long>(), Is.EqualTo(topic.ThreadId));
        Assert.That(cats["is_topic_message"]!.GetValue<bool>(), Is.True);
        Assert.That($"{cats["reply_to_message"]!["forum_topic_created"]!["name"]}", Is.EqualTo("Cats"));
    }

    [Test]
    public void Replies_in_a_plain_supergroup_hang_on_a_thread_that_is_no_topic()
    {
        var group = Server.AddSupergroup("Group");
        group.BotIsAdmin = true;
        var first = group.Write(Ada, "first");

        group.Write(Ada, "second", replyTo: first);

        Assert.That(Last["message"]!["message_thread_id"]!.GetValue<long>(), Is.EqualTo(first.Id));
        Assert.That(Last["message"]!["is_topic_message"], Is.Null);
    }

    [Test]
    public void Who_is_no_person_arrives_as_Telegram_says_it()
    {
        var group = Server.AddSupergroup("Group");
        var senders = new List<string>();

        foreach (var write in new[] { () => group.WriteAnonymously("/model"), () => group.WriteAsChannel("/model"), () => group.RelayFromChannel("/model") })
        {
            write();
            senders.Add($"{Last["message"]!["from"]!["id"]} {Last["message"]!["sender_chat"]!["type"]}");
        }

        Assert.That(senders, Is.EqualTo(new[] { "1087968824 supergroup", "136817688 channel", "777000 channel" }));
    }

    [Test]
    public void Other_bot_is_told_as_a_bot()
    {
        var group = Server.AddSupergroup("Group");

        group.Write(Server.AddBot("OtherTestBot"), "/model");

        Assert.That(Last["message"]!["from"]!["is_bot"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public void Caption_edit_forward_and_poll_have_their_fields()
    {
        Chat.SendDocument(Ada, "/model opus");
        var caption = Last["message"]!;
        Chat.Forward(Ada, Server.AddPerson("Bob"), "/model");
        var forward = Last["message"]!;
        var written = Chat.Write("/modle");
        Chat.Edit(written, "/model");
        var edited = Last["edited_message"]!;
        Chat.WritePoll(Ada, "Which?", "opus", "sonnet");
        var poll = Last["message"]!;

        Assert.That($"{caption["caption"]} {caption["caption_entities"]![0]!["type"]}", Is.EqualTo("/model opus bot_command"));
        Assert.That($"{caption["document"]!["file_name"]}", Is.EqualTo("notes.txt"));
        Assert.That($"{forward["forward_origin"]!["sender_user"]!["first_name"]}", Is.EqualTo("Bob"));
        Assert.That($"{edited["text"]} {edited["edit_date"] is not null}", Is.EqualTo("/model True"));
        Assert.That($"{poll["poll"]!["question"]}", Is.EqualTo("Which?"));
    }

    [TestCase("/model", true)]
    [TestCase("/model@chatauthtestbot", true)]
    [TestCase("/model@OtherTestBot", false)]
    [TestCase("/opus@work hello", false)]
    [TestCase("hello", false)]
    [TestCase("/", false)]
    public void Privacy_mode_tells_only_what_is_meant_for_the_bot(string text, bool isTold)
    {
        var group = Server.AddSupergroup("Group");

        group.Write(Ada, text);

        Assert.That(Server.Updates, Has.Count.EqualTo(isTold ? 1 : 0));
    }

    [Test]
    public void Privacy_mode_keeps_general_commands_once_another_bot_spoke()
    {
        var group = Server.AddSupergroup("Group");
        group.Write(Server.AddBot("OtherTestBot"), "hi");

        group.Write(Ada, "/model");

        Assert.That(Server.Updates, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Privacy_mode_tells_answers_to_the_bot()
    {
        var group = Server.AddSupergroup("Group");
        await Bot.SendAsync(group, "menu");

        group.Write(Ada, "thanks", replyTo: group.LastMessage);

        Assert.That($"{Last["message"]!["reply_to_message"]!["from"]!["id"]}", Is.EqualTo($"{Server.BotId}"));
    }

    [TestCase(MigrationOrder.OldFirst, "migrate_to_chat_id migrate_from_chat_id")]
    [TestCase(MigrationOrder.NewFirst, "migrate_from_chat_id migrate_to_chat_id")]
    [TestCase(MigrationOrder.Silent, "")]
    public void Migration_is_told_on_both_sides(MigrationOrder order, string told)
    {
        var group = Server.AddGroup("Group");

        var supergroup = group.MigrateToSupergroup(Ada, order);

        var messages = Server.Updates.Select(update => JsonNode.Parse(update)!["message"]!.AsObject());
        Assert.That(string.Join(' ', messages.Select(message => message.Last().Key)), Is.EqualTo(told));
        Assert.That(supergroup.Id, Is.LessThan(-1_000_000_000_000));
        Assert.That(group.MigratedTo, Is.SameAs(supergroup));
    }

    [Test]
    public void Block_and_return_are_told()
    {
        Chat.Block();
        var blocked = $"{Last["my_chat_member"]!["new_chat_member"]!["status"]}";
        Chat.Unblock();

        Assert.That($"{blocked} {Last["my_chat_member"]!["new_chat_member"]!["status"]}", Is.EqualTo("kicked member"));
    }
}
