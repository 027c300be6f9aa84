using System.Globalization;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Access;
using ChatAuth.Testing.Discord;
using Discord.WebSocket;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>A bot whose guilds are shared out among two connections.</summary>
internal sealed class ShardedBotTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private SocketStage _stage = null!;

    private DiscordShardedClient Client => (DiscordShardedClient)_stage.Client;

    [SetUp]
    public async Task Start() => _stage = await SocketStage.StartAsync(settings => settings, isSharded: true);

    [TearDown]
    public async Task Stop()
    {
        await _stage.DisposeAsync();
        Assert.That(_stage.Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Interactions_of_both_shards_are_answered_once_each()
    {
        var ann = _stage.Server.AddPerson("ann");
        await _stage.World.Access.SaveRuleAsync(new AccessRule("private", false, Rights.All, null, null, ConversationPattern.Private), default);
        _stage.World.Time.Advance(TimeSpan.FromMilliseconds(1)); // An id of the next millisecond is the other shard's.
        FakeDiscordGuild[] guilds = [_stage.Guild, _stage.Server.AddGuild("other")];
        foreach (var guild in guilds) guild.Join(ann);
        FakeDiscordChannel[] places = [.. guilds.Select(guild => guild.AddChannel("general")), _stage.Server.DirectMessages(ann)];

        List<FakeDiscordInteraction> told = [];
        foreach (var place in places) told.Add(await place.Slash(ann, "model", ("choice", "status")).SendAsync());
        await _stage.SettleAsync();

        Assert.That(guilds.Select(guild => Client.GetShardIdFor(Client.GetGuild(ulong.Parse(guild.Id, CultureInfo.InvariantCulture)))), Is.EquivalentTo(new[] { 0, 1 }));
        Assert.That(told.Select(interaction => (interaction.Failure, interaction.Messages.Count)), Is.All.EqualTo(((string?)null, 1)));
        Assert.That(_stage.Server.RequestsOf(FakeDiscordRoutes.Respond), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Commands_are_registered_once()
    {
        var ann = _stage.Server.AddPerson("ann");
        await _stage.Server.DirectMessages(ann).Slash(ann, "model").SendAsync();

        Assert.That(_stage.Server.RequestsOf(FakeDiscordRoutes.GetCommands), Has.Count.EqualTo(1));
        Assert.That(_stage.Server.RequestsOf(FakeDiscordRoutes.AddCommand), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Interactions_arrive_while_both_shards_are_connected()
    {
        var readiness = _stage.World.Services.GetRequiredService<ChannelReadiness>();
        var (before, alone) = (readiness.IsReady, ReadyAtAsync(1, readiness));
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Client.ShardDisconnected += (_, shard) =>
        {
            if (shard.ShardId == 0) stopped.TrySetResult();
            return Task.CompletedTask;
        };

        await Client.GetShard(0).StopAsync();
        await stopped.Task.WaitAsync(Patience);
        await _stage.Server.WaitForSocketsAsync(1);
        _stage.Server.BreakSockets();
        var isReadyAlone = await alone;
        var both = ReadyAtAsync(0, readiness);
        await Client.GetShard(0).StartAsync();

        Assert.That((before, isReadyAlone, await both), Is.EqualTo((true, false, true)));
    }

    /// <summary>What hosts are told when a shard is connected again. The bridge hears of it before.</summary>
    private Task<bool> ReadyAtAsync(int id, ChannelReadiness readiness)
    {
        var connected = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Client.ShardConnected += shard =>
        {
            if (shard.ShardId == id) connected.TrySetResult(readiness.IsReady);
            return Task.CompletedTask;
        };
        return connected.Task.WaitAsync(Patience);
    }
}
