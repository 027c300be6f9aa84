using System.Globalization;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

internal sealed class InteractionTests : FakeDiscordTest
{
    [Test]
    public async Task Command_is_told_with_its_options_and_the_member()
    {
        var admins = Guild.AddRole("admins", FakeDiscordPermissions.ManageGuild);
        Guild.Join(Ada, admins);

        await Channel.Slash(Ada, "model", ("choice", "opus@work"), ("public", true)).SendAsync();

        var told = Endpoint.Last!;
        Assert.That(told["data"]!["options"]!.ToJsonString(), Is.EqualTo("""[{"name":"choice","type":3,"value":"opus@work"},{"name":"public","type":5,"value":true}]"""));
        Assert.That($"{told["member"]!["roles"]![0]}", Is.EqualTo(admins.Id));
        Assert.That(long.Parse($"{told["member"]!["permissions"]}", CultureInfo.InvariantCulture) & FakeDiscordPermissions.ManageGuild, Is.Not.Zero);
        Assert.That(told["authorizing_integration_owners"]!.ToJsonString(), Is.EqualTo($$"""{"0":"{{Guild.Id}}"}"""));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Answer_is_seen_by_all()
    {
        Endpoint.Always(new { type = 4, data = new { content = "Done", flags = 4, components = Buttons("a") } });

        var interaction = await Channel.Slash(Ada, "model").SendAsync();

        Assert.That(Channel.SeenBy(Bob).Single(), Is.SameAs(interaction.Original));
        Assert.That(interaction.Original!.Content, Is.EqualTo("Done"));
        Assert.That(interaction.Original.Button("Button a").CustomId, Is.EqualTo("a"));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Ephemeral_answer_is_for_the_person_alone()
    {
        Endpoint.Always(new { type = 4, data = new { content = "Secret", flags = 64, components = Buttons("a") } });

        var interaction = await Channel.Slash(Ada, "model").SendAsync();

        Assert.That(Channel.SeenBy(Bob), Is.Empty);
        Assert.That(Channel.SeenBy(Ada).Single().Content, Is.EqualTo("Secret"));
        Assert.That(() => interaction.Original!.ClickForged(Bob, "a"), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Deferred_answer_thinks_until_its_edit()
    {
        Endpoint.Always(new { type = 5, data = new { flags = 64 } });
        var interaction = await Channel.Slash(Ada, "model").SendAsync();
        var thinking = interaction.Original!.IsThinking;
        var waiting = interaction.WaitForAnswerAsync();

        await App.EditAsync(interaction, new { content = "Late" });

        Assert.That(thinking, Is.True);
        Assert.That((await waiting).Content, Is.EqualTo("Late"));
        Assert.That((await waiting).OnlyFor, Is.SameAs(Ada));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task First_follow_up_ends_the_thinking()
    {
        Endpoint.Always(new { type = 5 });
        var interaction = await Channel.Slash(Ada, "model").SendAsync();

        await App.FollowUpAsync(interaction, new { content = "First" });
        await App.FollowUpAsync(interaction, new { content = "Second", flags = 64 });

        Assert.That(interaction.Messages.Select(message => message.Content), Is.EqualTo(new[] { "First", "Second" }));
        Assert.That(interaction.FollowUps.Single().OnlyFor, Is.SameAs(Ada));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Click_updates_the_message_in_place()
    {
        Endpoint.Always(new { type = 4, data = new { content = "Which?", components = Buttons("a", "b") } });
        var menu = (await Channel.Slash(Ada, "model").SendAsync()).Original!;
        Endpoint.Always(new { type = 7, data = new { content = "Chosen", components = Array.Empty<object>() } });

        await menu.Click(Bob, "Button b").SendAsync();

        Assert.That($"{Endpoint.Last!["data"]!["custom_id"]}", Is.EqualTo("b"));
        Assert.That($"{Endpoint.Last!["message"]!["id"]}", Is.EqualTo(menu.Id));
        Assert.That($"{Endpoint.Last!["member"]!["user"]!["id"]}", Is.EqualTo(Bob.Id));
        Assert.That((menu.Content, menu.EditCount, menu.Components.Count()), Is.EqualTo(("Chosen", 1, 0)));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Deferred_update_is_edited_afterwards()
    {
        Endpoint.Always(new { type = 4, data = new { content = "Which?", components = Menu("x", "y") } });
        var menu = (await Channel.Slash(Ada, "model").SendAsync()).Original!;
        Endpoint.Always(new { type = 6 });
        var chosen = await menu.Choose(Ada, "Option y").SendAsync();

        await App.EditAsync(chosen, new { content = "Chosen", components = Array.Empty<object>() });

        Assert.That($"{Endpoint.Last!["data"]!["values"]![0]}", Is.EqualTo("y"));
        Assert.That(menu.Content, Is.EqualTo("Chosen"));
        Assert.That(await chosen.WaitForAnswerAsync(), Is.SameAs(menu));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Choice_that_is_made_already_cannot_be_made()
    {
        var components = new[] { new { type = 1, components = new[] { new { type = 3, custom_id = "m", options = new[] { new { label = "Opus", value = "o", @default = true } } } } } };
        Endpoint.Always(new { type = 4, data = new { content = "Which?", components } });
        var menu = (await Channel.Slash(Ada, "model").SendAsync()).Original!;

        Assert.That(() => menu.Choose(Ada, "Opus"), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Typing_offers_completions()
    {
        Endpoint.Always(new { type = 8, data = new { choices = new[] { new { name = "Opus", value = "opus" } } } });

        var typed = await Channel.TypeInto(Ada, "model", "choice", "op", ("for", "2h")).SendAsync();

        Assert.That(typed.Choices.Single(), Is.EqualTo(new FakeDiscordChoice("Opus", "opus")));
        Assert.That(Endpoint.Last!["data"]!["options"]![1]!.ToJsonString(), Is.EqualTo("""{"name":"choice","type":3,"value":"op","focused":true}"""));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Direct_message_tells_a_user_and_no_guild()
    {
        await Server.DirectMessages(Ada).Slash(Ada, "model").SendAsync();

        var told = Endpoint.Last!;
        Assert.That($"{told["user"]!["id"]} {told["context"]}", Is.EqualTo($"{Ada.Id} 1"));
        Assert.That(told["member"], Is.Null);
        Assert.That(told["authorizing_integration_owners"]!.ToJsonString(), Is.EqualTo("""{"0":"0"}"""));
    }

    [Test]
    public async Task Installed_by_a_user_it_works_among_people()
    {
        var conversation = Server.AddConversation(Ada, Bob);
        Ada.HasInstalled = true;

        await conversation.Slash(Ada, "model").SendAsync();

        Assert.That($"{Endpoint.Last!["context"]}", Is.EqualTo("2"));
        Assert.That(Endpoint.Last!["authorizing_integration_owners"]!.ToJsonString(), Is.EqualTo($$"""{"1":"{{Ada.Id}}"}"""));
        Assert.That(conversation.OfferedTo(Bob), Is.Empty);
    }

    [Test]
    public async Task Thread_has_an_id_of_its_own_and_its_parent()
    {
        var thread = Channel.AddThread("thread");

        await thread.Slash(Ada, "model").SendAsync();

        Assert.That($"{Endpoint.Last!["channel_id"]} {Endpoint.Last!["channel"]!["parent_id"]}", Is.EqualTo($"{thread.Id} {Channel.Id}"));
    }

    [Test]
    public void Stranger_to_the_guild_cannot_act_in_it() =>
        Assert.That(() => Channel.Slash(Server.AddPerson("eve"), "model"), Throws.InvalidOperationException);

    [TestCase("model", "nothing", "x")]
    [TestCase("ask", "with", "opus")]
    [TestCase("models", "choice", "x")]
    [TestCase("model", "choice", "")]
    public void Client_does_not_send_what_is_not_offered(string command, string option, string value) =>
        Assert.That(() => Channel.Slash(Ada, command, (option, value)), Throws.InvalidOperationException);
}
