using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Plain messages that a client library received.</summary>
internal sealed class DiscordIncomingMessageTests
{
    private static readonly DiscordIncomingMessage s_message = new("12", "1477636521984000011", "41", "21");

    [Test]
    public void Conversation_and_cause_are_those_of_the_commands_there()
    {
        var context = (s_message with { GuildId = "31", ParentId = "20", Roles = ["51", "admin"] }).ToContext()!;

        Assert.That($"{context.Asker.Person} {context.Asker.Conversation} {context.Asker.Space}", Is.EqualTo("discord:41 discord:12:20:21 31"));
        Assert.That(context.Asker.Roles, Is.EqualTo(new[] { 51L }));
        Assert.That((context.Cause.ToString(), context.Sequence, context.HasButtons), Is.EqualTo(($"{new Core.Sessions.ChangeCause("discord:12:1477636521984000011")}", (long?)1477636521984000011, false)));
    }

    [Test]
    public void Direct_conversation_is_private_and_nobody_has_roles_there()
    {
        var asker = (s_message with { IsDirect = true, Roles = ["51"] }).ToContext()!.Asker;

        Assert.That((asker.IsPrivate, asker.Space, asker.Roles), Is.EqualTo((true, (string?)null, Array.Empty<long>())));
    }

    [Test]
    public void Guild_is_never_private() => Assert.That((s_message with { IsDirect = true, GuildId = "31" }).ToContext()!.Asker.IsPrivate, Is.False);

    [TestCase("")]
    [TestCase("0")]
    [TestCase("ann")]
    public void Author_without_a_number_is_nobody(string author) => Assert.That((s_message with { AuthorId = author }).ToContext(), Is.Null);
}
