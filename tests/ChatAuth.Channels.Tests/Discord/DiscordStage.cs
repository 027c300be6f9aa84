using System.Text;
using ChatAuth.Channels.Discord;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>The channel between a Discord where Ann and Bob act, and ChatAuth on fakes. Interactions are handed in, not posted; what follows them is written down.</summary>
internal sealed class DiscordStage : IAsyncDisposable
{
    private readonly TestWorld _world;

    private DiscordStage(FakeDiscordServer discord, FakeDiscordGuild guild, TestWorld world, IChatAuth? chatAuth)
    {
        (Discord, _world) = (discord, world);
        Ann = discord.AddPerson("ann");
        Bob = discord.AddPerson("bob");
        guild.Join(Ann);
        guild.Join(Bob);
        Channel = guild.AddChannel("general");
        Sender = new ScriptedDiscordSender(world.Time);
        ChatAuth = new DiscordChannel(chatAuth ?? world.Chat, world.Services.GetRequiredService<ICompletionSource>(), Sender, time: world.Time);
        discord.RegisterCommands(Encoding.UTF8.GetString(DiscordJson.BodyOf(new DiscordRequest.SetCommands(discord.ApplicationId, null, DiscordCommands.Global))!));
    }

    public FakeDiscordServer Discord { get; }

    public TestWorld World => _world;

    public FakeDiscordUser Ann { get; }

    public FakeDiscordUser Bob { get; }

    public FakeDiscordChannel Channel { get; }

    public ScriptedDiscordSender Sender { get; }

    public DiscordChannel ChatAuth { get; }

    /// <summary>Everybody may do everything in the guild's channels and in private.</summary>
    public static async Task<DiscordStage> StartAsync(bool open = true, IChatAuth? chatAuth = null)
    {
        var time = new FakeTime();
        var discord = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = time });
        var guild = discord.AddGuild("guild");
        var world = new TestWorld(time: time, configure: settings => settings with
        {
            AccessRules = open ? [new("guild", false, Rights.All, null, null, TestWorld.Pattern($"space:discord:{guild.Id}")), new("private", false, Rights.All, null, null, ConversationPattern.Private)] : [],
            Profiles = new[] { ProfileId.Parse("anthropic:work"), ProfileId.Parse("anthropic:spare") }.ToDictionary(
                id => id, id => new ProfileSettings(id, $"The {id.Name} account", null, null, new ProfileAudience(null, null, true))),
        });
        world.Credentials.Login("anthropic:work").Login("anthropic:spare");
        return new DiscordStage(discord, guild, world, chatAuth);
    }

    public Task<DiscordResponse> HandleAsync(FakeDiscordInteraction interaction) => HandleAsync(interaction.Json);

    public Task<DiscordResponse> HandleAsync(string json) => ChatAuth.HandleAsync(Encoding.UTF8.GetBytes(json));

    /// <summary>What followed, once all is said.</summary>
    public async Task<IReadOnlyList<DiscordRequest>> FollowingAsync()
    {
        await ChatAuth.WhenIdleAsync(TimeSpan.FromDays(1));
        return [.. Sender.Sent.Select(sent => sent.Request)];
    }

    public async ValueTask DisposeAsync()
    {
        await Discord.DisposeAsync();
        await _world.DisposeAsync();
    }
}
