using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Forms;

namespace ChatAuth.Testing.Discord;

/// <summary>The registered commands. Used under the gate.</summary>
internal sealed class FakeDiscordCommands(DiscordWorld world)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>By guild; the global ones under the empty text.</summary>
    private readonly Dictionary<string, List<DiscordRegisteredCommand>> _commands = [];

    private readonly Dictionary<string, List<DateTimeOffset>> _creates = [];

    /// <summary>A guild's own, or the global ones.</summary>
    public IReadOnlyList<DiscordRegisteredCommand> Of(string? guild) => _commands.GetValueOrDefault(guild ?? "") ?? [];

    /// <summary>Those of a guild hide the global ones of their names.</summary>
    public IEnumerable<DiscordRegisteredCommand> In(FakeDiscordGuild? guild) => guild is null ? Of(null) : Of(guild.Id).Concat(Of(null));

    /// <summary>These and no others.</summary>
    /// <exception cref="DiscordRefusal">They are refused, and nothing changes.</exception>
    public IReadOnlyList<DiscordRegisteredCommand> Set(string? guild, IReadOnlyList<JsonObject> definitions)
    {
        Form(guild).CheckAll(definitions);
        if (definitions.Count > FakeDiscordLimits.Commands) throw DiscordRefusal.TooManyCommands;
        CountCreates(guild, definitions);
        return _commands[guild ?? ""] = [.. definitions.Select(definition => Register(guild, definition))];
    }

    /// <summary>One more, or in place of the one of its name.</summary>
    /// <exception cref="DiscordRefusal">It is refused, and nothing changes.</exception>
    public DiscordRegisteredCommand Add(string? guild, JsonObject definition)
    {
        Form(guild).CheckOne(definition);
        var others = Of(guild).Where(command => command.Name != $"{definition["name"]}").ToList();
        if (others.Count >= FakeDiscordLimits.Commands) throw DiscordRefusal.TooManyCommands;
        CountCreates(guild, [definition]);
        var added = Register(guild, definition);
        _commands[guild ?? ""] = [.. others, added];
        return added;
    }

    private CommandForm Form(string? guild) => new(guild is not null, world.Options.IntegrationTypes);

    private DiscordRegisteredCommand Register(string? guild, JsonObject definition) =>
        new(world, Find(guild, definition)?.Id ?? world.NextId(), world.NextId(), guild, definition.DeepClone().AsObject());

    private DiscordRegisteredCommand? Find(string? guild, JsonObject definition) =>
        Of(guild).FirstOrDefault(command => command.Name == $"{definition["name"]}");

    private void CountCreates(string? guild, IReadOnlyList<JsonObject> definitions)
    {
        var now = world.Time.GetUtcNow();
        if (!_creates.TryGetValue(guild ?? "", out var creates)) _creates[guild ?? ""] = creates = [];
        creates.RemoveAll(time => now - time >= Day);
        var fresh = definitions.Count(definition => Find(guild, definition) is null);
        if (creates.Count + fresh > FakeDiscordLimits.CommandCreates) throw DiscordRefusal.TooManyCreates;
        creates.AddRange(Enumerable.Repeat(now, fresh));
    }
}
