using ChatAuth.Core.Commands;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace ChatAuth.TelegramBot.Tests;

/// <summary>Whose words a message holds.</summary>
internal sealed class TelegramMessageExtensionsTests
{
    private static readonly User s_bot = new() { Id = 7, IsBot = true, FirstName = "Bot", Username = "FakeBot" };

    [Test]
    public void Person_asks_in_their_private_chat()
    {
        var context = Message().ToCommandContext(s_bot)!;

        Assert.That($"{context.Asker.Person} {context.Asker.Conversation} {context.Asker.IsPrivate} {context.Standing}", Is.EqualTo("telegram:41 telegram:7:41 True Own"));
        Assert.That((context.HasButtons, context.IsOnlyBot, context.ReportsDelivery, context.Sequence), Is.EqualTo((false, false, false, 61L)));
        Assert.That(context.SentAt, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public void Topic_is_a_part_of_its_group()
    {
        var message = Message();
        (message.Chat, message.MessageThreadId, message.IsTopicMessage) = (new Chat { Id = -1001, Type = ChatType.Supergroup }, 5, true);

        var asker = message.ToCommandContext(s_bot)!.Asker;

        Assert.That($"{asker.Conversation} {asker.IsPrivate}", Is.EqualTo("telegram:7:-1001:5 False"));
    }

    [Test]
    public void Forwarded_words_are_passed_on()
    {
        var message = Message();
        message.ForwardOrigin = new MessageOriginHiddenUser { SenderUserName = "Somebody", Date = message.Date };

        Assert.That(message.ToCommandContext(s_bot)!.Standing, Is.EqualTo(TextStanding.PassedOn));
    }

    [Test]
    public void Nobody_but_a_person_asks()
    {
        var bot = Message();
        bot.From!.IsBot = true;
        var post = Message();
        (post.From, post.Chat) = (null, new Chat { Id = -1002, Type = ChatType.Channel });
        var anonymous = Message();
        anonymous.SenderChat = new Chat { Id = -1001, Type = ChatType.Supergroup };
        var business = Message();
        business.BusinessConnectionId = "FAKE";

        Assert.That(new[] { bot, post, anonymous, business }.Select(message => message.ToCommandContext(s_bot)), Is.All.Null);
    }

    private static Message Message() => new()
    {
        Id = 61,
        Date = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Chat = new Chat { Id = 41, Type = ChatType.Private },
        From = new User { Id = 41, FirstName = "Ann" },
        Text = "hello",
    };
}
