using System.Globalization;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Whose words a message is, and whether they are meant for this bot.</summary>
internal sealed class TelegramMessageReaderTests
{
    [Test]
    public void Private_text_is_its_senders_own_and_for_this_bot()
    {
        var said = UpdateSample.Said("private-text");

        Assert.That(said.Context, Is.EqualTo(new CommandContext
        {
            Asker = new Asker(new Person("telegram", 5000000042), new SessionKey("telegram", "7000000001", "5000000042"), IsPrivate: true),
            Cause = new ChangeCause("telegram:7000000001:m:5000000042:31"),
            SentAt = DateTimeOffset.FromUnixTimeSeconds(1790000000),
            Sequence = 31,
            Bot = new BotAddress("SampleModelBot", "bot"),
            IsOnlyBot = true,
            HasButtons = true,
            ReportsDelivery = true,
        }));
        Assert.That((said.Text, said.IsAddressed, said.MessageId), Is.EqualTo(("What is the tallest tree?", true, 31)));
        Assert.That(said.Place, Is.EqualTo(new TelegramPlace(5000000042, null, true)));
    }

    [Test]
    public void Update_number_is_kept() => Assert.That(UpdateSample.Read("private-text").UpdateId, Is.EqualTo(900000101));

    [Test]
    public void Numbers_of_52_bits_are_kept()
    {
        var said = UpdateSample.Said("private-large-ids");

        Assert.That((said.Place.ChatId, said.MessageId, said.Context.Asker.Person!.Value.Id), Is.EqualTo((4503599627370495, 4503599627370490, 4503599627370495)));
    }

    [TestCase("de-DE"), TestCase("fa-IR"), TestCase("sv-SE")]
    public void Culture_of_the_machine_does_not_show_in_a_conversation(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var context = UpdateSample.Said("group-command").Context;

            Assert.That(context.Asker.Conversation.ToString(), Is.EqualTo("telegram:7000000001:-1001000000777"));
            Assert.That(context.Cause.Text, Is.EqualTo("telegram:7000000001:m:-1001000000777:31"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Caption_obeys_commands_like_a_text() => Assert.That(UpdateSample.Said("private-caption-command").Text, Is.EqualTo("/model status"));

    [Test]
    public void Forwarded_text_is_passed_on_and_unchanged()
    {
        var said = UpdateSample.Said("private-forward");

        Assert.That((said.Context.Standing, said.Text, said.IsAddressed), Is.EqualTo((TextStanding.PassedOn, "/model opus", true)));
    }

    [Test]
    public void Text_forwarded_as_older_servers_tell_it_is_passed_on()
    {
        var json = UpdateSample.Text("private-text").Replace("\"text\"", "\"forward_sender_name\": \"Somebody\", \"forward_date\": 1789999999, \"text\"", StringComparison.Ordinal);

        var said = (TelegramEvent.Said)UpdateSample.ReadText(json);

        Assert.That(said.Context.Standing, Is.EqualTo(TextStanding.PassedOn));
    }

    [TestCase("group-text")]
    [TestCase("group-reply-to-person")]
    [TestCase("group-mention-other")]
    [TestCase("group-mention-longer-name")]
    [TestCase("group-forward-with-mention")]
    [TestCase("topic-text-below-our-root")]
    public void Talk_among_others_is_overheard(string name)
    {
        var overheard = UpdateSample.Overheard(name);

        Assert.That(overheard.Context.Standing, Is.EqualTo(TextStanding.Overheard));
        Assert.That(overheard.Context.Asker.Person, Is.EqualTo(new Person("telegram", 5000000042)));
    }

    [TestCase("group-reply-to-bot")]
    [TestCase("group-reply-thread")]
    [TestCase("topic-reply-to-bot")]
    [TestCase("topic-general-reply")]
    public void Reply_to_this_bot_is_addressed(string name)
    {
        var said = UpdateSample.Said(name);

        Assert.That((said.IsAddressed, said.Text), Is.EqualTo((true, "And the oldest?")));
    }

    [TestCase("group-command", false, false)]
    [TestCase("group-command-other", false, false)]
    [TestCase("group-command-ours", true, true)]
    [TestCase("group-mention-before-command", true, false)]
    public void Command_in_a_group_is_said_and_addressed_by_name(string name, bool addressed, bool only)
    {
        var said = UpdateSample.Said(name);

        Assert.That((said.Context.Standing, said.IsAddressed, said.Context.IsOnlyBot), Is.EqualTo((TextStanding.Own, addressed, only)));
    }

    [TestCase("group-via-bot")]
    [TestCase("group-anonymous-admin")]
    [TestCase("group-as-channel")]
    [TestCase("group-channel-relay")]
    [TestCase("group-other-bot")]
    [TestCase("channel-post")]
    [TestCase("letters-to-a-channel")]
    public void Words_that_the_platform_attributes_to_no_person_are_only_overheard(string name)
    {
        var overheard = UpdateSample.Overheard(name);

        Assert.That((overheard.Context.Asker.Person, overheard.Context.Standing), Is.EqualTo(((Person?)null, TextStanding.Overheard)));
    }

    [TestCase(777000)]
    [TestCase(1087968824)]
    [TestCase(136817688)]
    [TestCase(0)]
    [TestCase(-5)]
    public void Stand_in_is_nobody_even_where_nothing_else_tells(long id)
    {
        var json = UpdateSample.Text("private-text").Replace("\"id\": 5000000042,\n      \"is_bot\"", $"\"id\": {id},\n      \"is_bot\"", StringComparison.Ordinal);

        var overheard = (TelegramEvent.Overheard)UpdateSample.ReadText(json);

        Assert.That(overheard.Context.Asker.Person, Is.Null);
    }

    [Test]
    public void Edit_is_only_overheard()
    {
        var overheard = UpdateSample.Overheard("edited-text");

        Assert.That((overheard.Context.Standing, overheard.Texts.Single()), Is.EqualTo((TextStanding.Overheard, "/model opus")));
    }

    [TestCase("group-own")]
    [TestCase("group-joined")]
    [TestCase("private-sticker")]
    [TestCase("business-message")]
    [TestCase("business-bot-reply")]
    [TestCase("guest-message")]
    [TestCase("bot-was-added")]
    public void Update_without_words_for_this_bot_is_nothing(string name) => Assert.That(UpdateSample.Read(name), Is.TypeOf<TelegramEvent.Nothing>());

    [TestCase("group-migrated-to")]
    [TestCase("group-migrated-from")]
    public void Migration_is_the_same_from_either_side(string name)
    {
        var migrated = (TelegramEvent.Migrated)UpdateSample.Read(name);

        Assert.That(migrated.From, Is.EqualTo(new SessionKey("telegram", "7000000001", "-400000555")));
        Assert.That(migrated.To, Is.EqualTo(new SessionKey("telegram", "7000000001", "-1001000000777")));
    }

    [TestCase("9223372036854775807")]
    [TestCase("-1")]
    [TestCase("0")]
    public void Impossible_date_is_no_time(string date)
    {
        var json = UpdateSample.Text("private-text").Replace("1790000000", date, StringComparison.Ordinal);

        Assert.That(((TelegramEvent.Said)UpdateSample.ReadText(json)).Context.SentAt, Is.Null);
    }

    [Test]
    public void Event_does_not_print_what_people_wrote() => Assert.That(UpdateSample.Read("private-text").ToString(), Is.EqualTo("Said"));
}
