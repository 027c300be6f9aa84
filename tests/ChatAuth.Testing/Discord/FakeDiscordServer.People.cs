using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Gateway;

namespace ChatAuth.Testing.Discord;

/// <content>The people, their guilds and conversations, and the commands that they are offered.</content>
public sealed partial class FakeDiscordServer
{
    public FakeDiscordUser AddPerson(string username, string? globalName = null)
    {
        lock (_world.Gate)
        {
            var person = new FakeDiscordUser(_world.NextId(), username, globalName, isBot: false);
            return _world.People[person.Id] = person;
        }
    }

    /// <summary>A guild with the bot in it, made by somebody who may thus do everything there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="owner">Who made it; null for somebody whom the test does not know.</param>
    public FakeDiscordGuild AddGuild(string name, FakeDiscordUser? owner = null)
    {
        owner ??= AddPerson($"owner-of-{name}");
        lock (_world.Gate)
        {
            var guild = new FakeDiscordGuild(_world, _world.NextId(), name, owner);
            _world.Guilds[guild.Id] = guild;
            // Whether a guild is available is told of those that were named when the socket was opened.
            var joined = GatewayJson.Guild(_world, guild);
            joined.Remove("unavailable");
            _world.Hub.Tell("GUILD_CREATE", joined, guild, GatewayIntent.Guilds);
            return guild;
        }
    }

    /// <summary>Somebody's direct conversation with the bot; always the same one.</summary>
    public FakeDiscordChannel DirectMessages(FakeDiscordUser person) => _world.DirectMessages(person);

    /// <summary>A conversation of people among themselves, where the bot is not.</summary>
    public FakeDiscordChannel AddConversation(params IReadOnlyList<FakeDiscordUser> people) =>
        _world.Add(id => new FakeDiscordChannel(_world, id, people.Count > 2 ? FakeDiscordChannel.Group : FakeDiscordChannel.Direct, null) { People = people });

    /// <summary>Registers commands as the application would, these and no others.</summary>
    /// <param name="json">A JSON array.</param>
    /// <param name="guild">Whose; null for everywhere.</param>
    /// <exception cref="InvalidOperationException">Discord would refuse them; the message is what it says.</exception>
    public void RegisterCommands(string json, FakeDiscordGuild? guild = null)
    {
        try
        {
            lock (_world.Gate) _world.Commands.Set(guild?.Id, [.. JsonNode.Parse(json)!.AsArray().Select(command => command!.AsObject())]);
        }
        catch (DiscordRefusal refusal)
        {
            throw new InvalidOperationException(refusal.Body.ToJsonString(), refusal);
        }
    }

    /// <summary>The commands registered, as Discord lists them.</summary>
    /// <param name="guild">Whose; null for everywhere.</param>
    public IReadOnlyList<JsonObject> CommandsOf(FakeDiscordGuild? guild = null)
    {
        lock (_world.Gate) return [.. _world.Commands.Of(guild?.Id).Select(command => command.Json)];
    }
}
