using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

internal sealed class TokenTests : FakeDiscordTest
{
    [Test]
    public async Task Token_ends_after_a_quarter_of_an_hour()
    {
        var interaction = await Channel.Slash(Ada, "model").SendAsync();
        Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        var before = await AppClient.RefusalAsync(App.EditAsync(interaction, new { content = "in time" }));
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(before, Is.EqualTo("done"));
        Assert.That(await AppClient.RefusalAsync(App.EditAsync(interaction, new { content = "late" })), Is.EqualTo("401 50027 Invalid Webhook Token"));
        Assert.That(await AppClient.RefusalAsync(App.FollowUpAsync(interaction, new { content = "late" })), Is.EqualTo("401 50027 Invalid Webhook Token"));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Unanswered_interaction_has_nothing_to_edit()
    {
        var interaction = Channel.Slash(Ada, "model");

        Assert.That(await AppClient.RefusalAsync(App.EditAsync(interaction, new { content = "early" })), Is.EqualTo("404 10008 Unknown Message"));
        Assert.That(await AppClient.RefusalAsync(App.FollowUpAsync(interaction, new { content = "early" })), Is.EqualTo("404 10015 Unknown Webhook"));
    }

    [Test]
    public async Task Edit_from_within_the_answer_is_too_early()
    {
        FakeDiscordInteraction asked = Channel.Slash(Ada, "model");
        var refusal = "";
        Endpoint.Answer = async _ =>
        {
            refusal = await AppClient.RefusalAsync(App.EditAsync(asked, new { content = "early" }));
            return new { type = 4, data = new { content = "Done" } };
        };

        await asked.SendAsync();

        Assert.That(refusal, Is.EqualTo("404 10008 Unknown Message"));
    }

    [Test]
    public async Task Callback_answers_once()
    {
        var interaction = Channel.Slash(Ada, "model");

        Assert.That(await AppClient.RefusalAsync(App.RespondAsync(interaction, new { type = 5 })), Is.EqualTo("done"));
        Assert.That(await AppClient.RefusalAsync(App.RespondAsync(interaction, new { type = 5 })), Is.EqualTo("400 40060 Interaction has already been acknowledged."));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Callback_after_three_seconds_finds_nothing()
    {
        var interaction = Channel.Slash(Ada, "model");
        Time.Advance(TimeSpan.FromSeconds(4));

        Assert.That(await AppClient.RefusalAsync(App.RespondAsync(interaction, new { type = 5 })), Is.EqualTo("404 10062 Unknown interaction"));
    }

    [Test]
    public async Task Sixth_follow_up_of_a_user_installed_application_is_refused()
    {
        Ada.HasInstalled = true;
        var interaction = await Server.AddConversation(Ada, Bob).Slash(Ada, "model").SendAsync();
        for (var i = 0; i < 5; i++) await App.FollowUpAsync(interaction, new { content = $"{i}" });
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await AppClient.RefusalAsync(App.FollowUpAsync(interaction, new { content = "6" })), Does.StartWith("400 40094"));
    }

    [Test]
    public async Task Public_message_that_an_edit_would_hide_is_a_defect()
    {
        var interaction = await Channel.Slash(Ada, "model").SendAsync();

        await App.EditAsync(interaction, new { content = "Secret", flags = 64 });

        Assert.That(Server.Defects.Single(), Does.StartWith("An edit cannot hide"));
    }
}
