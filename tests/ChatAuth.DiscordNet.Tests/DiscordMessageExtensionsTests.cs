using Discord;
using Moq;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>Whose words a message holds.</summary>
internal sealed class DiscordMessageExtensionsTests
{
    private const ulong Application = 12;

    [Test]
    public void Member_of_a_guild_asks_in_its_channel_with_the_roles_there()
    {
        var author = Mock.Of<IGuildUser>(member => member.Id == 41 && member.GuildId == 31 && member.RoleIds == new ulong[] { 51 });
        var message = Message(author, Mock.Of<ITextChannel>(channel => channel.Id == 21 && channel.GuildId == 31));

        var asker = message.Object.ToCommandContext(Application)!.Asker;

        Assert.That($"{asker.Person} {asker.Conversation} {asker.IsPrivate} {asker.Space} {string.Join(',', asker.Roles!)}", Is.EqualTo("discord:41 discord:12:21 False 31 51"));
    }

    [Test]
    public void Thread_is_a_part_of_its_channel()
    {
        var message = Message(Mock.Of<IGuildUser>(member => member.Id == 41), Mock.Of<IThreadChannel>(channel => channel.Id == 22 && channel.CategoryId == 21));

        Assert.That($"{message.Object.ToCommandContext(Application)!.Asker.Conversation}", Is.EqualTo("discord:12:21:22"));
    }

    [Test]
    public void Direct_message_is_private_and_a_group_is_not([Values] bool isGroup)
    {
        IMessageChannel channel = isGroup ? Mock.Of<IGroupChannel>(group => group.Id == 21) : Mock.Of<IDMChannel>(direct => direct.Id == 21);

        var context = Message(Mock.Of<IUser>(user => user.Id == 41), channel).Object.ToCommandContext(Application)!;

        Assert.That(context.Asker.IsPrivate, Is.EqualTo(!isGroup));
    }

    [Test]
    public void Roles_of_another_guild_do_not_count()
    {
        var author = Mock.Of<IGuildUser>(member => member.Id == 41 && member.GuildId == 99 && member.RoleIds == new ulong[] { 51 });
        var message = Message(author, Mock.Of<ITextChannel>(channel => channel.Id == 21 && channel.GuildId == 31));

        Assert.That(message.Object.ToCommandContext(Application)!.Asker.Roles, Is.Empty);
    }

    [TestCase(true, false, MessageSource.User)]
    [TestCase(false, true, MessageSource.User)]
    [TestCase(false, false, MessageSource.Bot)]
    [TestCase(false, false, MessageSource.Webhook)]
    [TestCase(false, false, MessageSource.System)]
    public void Nobody_but_a_person_asks(bool isBot, bool isWebhook, MessageSource source)
    {
        var message = Message(Mock.Of<IUser>(user => user.Id == 41 && user.IsBot == isBot && user.IsWebhook == isWebhook), Mock.Of<IDMChannel>(), source);

        Assert.That(message.Object.ToCommandContext(Application), Is.Null);
    }

    [Test]
    public void Message_of_the_platform_is_nobodys() => Assert.That(Mock.Of<ISystemMessage>().ToCommandContext(Application), Is.Null);

    private static Mock<IUserMessage> Message(IUser author, IMessageChannel channel, MessageSource source = MessageSource.User)
    {
        var message = new Mock<IUserMessage>();
        message.SetupGet(of => of.Id).Returns(61);
        message.SetupGet(of => of.Author).Returns(author);
        message.SetupGet(of => of.Channel).Returns(channel);
        message.SetupGet(of => of.Source).Returns(source);
        return message;
    }
}
