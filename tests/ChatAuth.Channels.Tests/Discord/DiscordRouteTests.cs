using ChatAuth.Channels.Discord;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordRouteTests
{
    [Test]
    public void Edits_and_follow_ups_of_an_interaction_are_of_one_place() =>
        Assert.That(DiscordRoute.Of(Edit("a")).Place, Is.EqualTo(DiscordRoute.Of(FollowUp("a")).Place));

    [Test]
    public void Interactions_channels_and_guilds_are_places_of_their_own()
    {
        DiscordRequest[] requests =
        [
            Edit("a"), Edit("b"), Respond("a"), Message("1"), Message("2"), new DiscordRequest.GetApplication(), new DiscordRequest.OpenDirectMessages("1"),
            new DiscordRequest.GetCommands("1", null), new DiscordRequest.GetCommands("1", "1"), new DiscordRequest.GetCommands("1", "2"),
        ];

        Assert.That(requests.Select(request => DiscordRoute.Of(request).Place), Is.Unique);
    }

    [Test]
    public void Only_what_has_no_token_of_its_own_is_proven_by_the_bots()
    {
        Assert.That(new[] { Message(), new DiscordRequest.GetApplication(), new DiscordRequest.SetCommands("1", null, []) }.Select(request => DiscordRoute.Of(request).IsBots), Is.All.True);
        Assert.That(new[] { Edit(), FollowUp(), Respond() }.Select(request => DiscordRoute.Of(request).IsBots), Is.All.False);
    }

    [Test]
    public void Text_that_is_no_id_stays_within_its_place_of_the_path() =>
        Assert.That(DiscordRoute.Of(Message("1/../2?x#y")).CalledPath, Is.EqualTo("channels/1%2F..%2F2%3Fx%23y/messages"));

    [Test]
    public void Token_is_in_the_called_path_only()
    {
        var route = DiscordRoute.Of(Edit("FAKEtoken"));

        Assert.That(route.CalledPath, Is.EqualTo($"webhooks/{Application}/FAKEtoken/messages/@original"));
        Assert.That($"{route} {route.ShownPath}", Does.Not.Contain("FAKEtoken"));
    }
}
