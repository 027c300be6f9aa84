using ChatAuth.Channels.Discord;
using Discord;
using Moq;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>What of the library's objects is told to ChatAuth.</summary>
internal sealed class LibraryInteractionTests
{
    [Test]
    public void Slash_command_has_its_name_and_what_was_filled_in()
    {
        var command = Interaction<ISlashCommandInteraction>(InteractionType.ApplicationCommand);
        command.SetupGet(of => of.Data).Returns(Mock.Of<IApplicationCommandInteractionData>(data =>
            data.Name == "model" && data.Options == new[] { Option("choice", "opus@work"), Option("public", true), Option("size", 3L) }));

        var read = LibraryInteraction.Read(command.Object, null);

        Assert.That((read.Id, read.ApplicationId, read.Type, read.Token), Is.EqualTo(("11", "12", DiscordInteraction.Command, "FAKE-token")));
        Assert.That(read.Data!.Name, Is.EqualTo("model"));
        Assert.That(read.Data.Options!.Select(option => $"{option!.Name}={option.Value}"), Is.EqualTo(new[] { "choice=opus@work", "public=True" }));
    }

    [Test]
    public void Component_has_its_id_its_values_and_the_flags_of_its_message()
    {
        var tap = Interaction<IComponentInteraction>(InteractionType.MessageComponent);
        tap.SetupGet(of => of.Data).Returns(Mock.Of<IComponentInteractionData>(data => data.CustomId == "menu:0" && data.Values == new[] { "value" }));
        tap.SetupGet(of => of.Message).Returns(Mock.Of<IUserMessage>(message => message.Flags == MessageFlags.Ephemeral));

        var read = LibraryInteraction.Read(tap.Object, null);

        Assert.That((read.Data!.CustomId, read.Data.Values!.Single(), read.Message!.Flags), Is.EqualTo(("menu:0", "value", DiscordMessage.Ephemeral)));
    }

    [Test]
    public void Thread_follows_the_channel_that_the_library_names()
    {
        var command = Interaction<ISlashCommandInteraction>(InteractionType.ApplicationCommand);
        command.SetupGet(of => of.ChannelId).Returns(21);
        var thread = Mock.Of<IThreadChannel>(channel => channel.Id == 21 && channel.Type == ThreadType.PrivateThread && channel.CategoryId == 22);

        var place = LibraryInteraction.Read(command.Object, thread).Channel!;

        Assert.That((place.Id, place.Type, place.ParentId), Is.EqualTo(("21", 12, "22")));
    }

    [Test]
    public void Category_of_a_channel_is_no_parent()
    {
        var command = Interaction<ISlashCommandInteraction>(InteractionType.ApplicationCommand);
        command.SetupGet(of => of.ChannelId).Returns(21);

        var place = LibraryInteraction.Read(command.Object, Mock.Of<ITextChannel>(channel => channel.Id == 21 && channel.CategoryId == 22)).Channel!;

        Assert.That((place.Type, place.ParentId), Is.EqualTo(((int?)null, (string?)null)));
    }

    [Test]
    public void Member_has_roles_and_who_installed_the_bot_is_told()
    {
        var command = Interaction<ISlashCommandInteraction>(InteractionType.ApplicationCommand);
        command.SetupGet(of => of.GuildId).Returns(31);
        command.SetupGet(of => of.User).Returns(Mock.Of<IGuildUser>(member => member.Id == 41 && member.RoleIds == new ulong[] { 51, 52 }));
        command.SetupGet(of => of.IntegrationOwners).Returns(new Dictionary<ApplicationIntegrationType, ulong> { [ApplicationIntegrationType.UserInstall] = 41 });

        var read = LibraryInteraction.Read(command.Object, null);

        Assert.That((read.GuildId, read.Member!.User.Id, read.User), Is.EqualTo(("31", "41", (DiscordInteraction.Account?)null)));
        Assert.That(read.Member.Roles, Is.EqualTo(new[] { "51", "52" }));
        Assert.That(read.AuthorizingIntegrationOwners, Is.EqualTo(new Dictionary<string, string> { ["1"] = "41" }));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Bots_and_webhooks_are_told_as_what_they_are(bool isBot, bool isWebhook)
    {
        var command = Interaction<ISlashCommandInteraction>(InteractionType.ApplicationCommand);
        command.SetupGet(of => of.User).Returns(Mock.Of<IUser>(user => user.Id == 41 && user.IsBot == isBot && user.IsWebhook == isWebhook));

        Assert.That(LibraryInteraction.Read(command.Object, null).User!.Bot, Is.True);
    }

    [Test]
    public void Anything_else_is_told_without_what_it_holds()
    {
        var modal = Interaction<IModalInteraction>(InteractionType.ModalSubmit);

        var read = LibraryInteraction.Read(modal.Object, null);

        Assert.That((read.Type, read.Data), Is.EqualTo((5, (DiscordInteraction.Payload?)null)));
        Assert.That(DiscordChannel.Serves(read), Is.False);
    }

    internal static Mock<T> Interaction<T>(InteractionType type)
        where T : class, IDiscordInteraction
    {
        var interaction = new Mock<T>();
        interaction.SetupGet(of => of.Id).Returns(11);
        interaction.SetupGet(of => of.ApplicationId).Returns(12);
        interaction.SetupGet(of => of.Type).Returns(type);
        interaction.SetupGet(of => of.Token).Returns("FAKE-token");
        return interaction;
    }

    private static IApplicationCommandInteractionDataOption Option(string name, object value) =>
        Mock.Of<IApplicationCommandInteractionDataOption>(option => option.Name == name && option.Value == value);
}
