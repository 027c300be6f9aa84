using ChatAuth.Channels.Discord;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Requests that most tests of the client and its pace send.</summary>
internal static class DiscordTest
{
    public const string Application = "700000000000000001";

    public static DiscordMessage Hi { get; } = new("hi");

    public static DiscordRequest Message(string channel = "1") => new DiscordRequest.CreateMessage(channel, Hi);

    public static DiscordRequest FollowUp(string token = "t") => new DiscordRequest.FollowUp(Application, token, Hi);

    public static DiscordRequest Edit(string token = "t") => new DiscordRequest.EditOriginal(Application, token, Hi);

    public static DiscordRequest Respond(string token = "t") => new DiscordRequest.Respond("900000000000000001", token, new DiscordResponse(5));

    /// <summary>The bot of these tests; its key is the first of RFC 8032.</summary>
    public static DiscordSettings Settings { get; } = new(
        Application, "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        Secret.TryCreate(Canary.DiscordBot, out var token) ? token! : throw new InvalidOperationException());

    public static DiscordAddress AddressOf(string baseUrl) =>
        new(new Uri(baseUrl), Secret.TryCreate(Canary.DiscordBot, out var token) ? token! : throw new InvalidOperationException());
}
