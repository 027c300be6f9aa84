namespace ChatAuth.Testing.Discord;

/// <summary>A guild. Thread-safe.</summary>
public sealed class FakeDiscordGuild
{
    private readonly DiscordWorld _world;
    private readonly Dictionary<FakeDiscordUser, IReadOnlyList<FakeDiscordRole>> _members = [];

    private readonly List<FakeDiscordRole> _roles = [];

    internal FakeDiscordGuild(DiscordWorld world, string id, string name, FakeDiscordUser owner)
    {
        _world = world;
        Id = id;
        Name = name;
        Owner = owner;
        _members[owner] = [];
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary>Whoever made it may do everything in it.</summary>
    public FakeDiscordUser Owner { get; }

    /// <summary>The application is installed here, with its bot. False: only those who installed it for themselves can use it.</summary>
    public bool HasBot { get; set; } = true;

    /// <summary>A text channel.</summary>
    public FakeDiscordChannel AddChannel(string name) =>
        _world.Add(id => new FakeDiscordChannel(_world, id, FakeDiscordChannel.GuildText, name) { Guild = this });

    public FakeDiscordRole AddRole(string name, long permissions = 0)
    {
        lock (_world.Gate)
        {
            var role = new FakeDiscordRole(_world.NextId(), name, permissions);
            _roles.Add(role);
            return role;
        }
    }

    /// <summary>Makes somebody a member with these roles and no others.</summary>
    public void Join(FakeDiscordUser person, params IReadOnlyList<FakeDiscordRole> roles)
    {
        lock (_world.Gate) _members[person] = roles;
    }

    public void Leave(FakeDiscordUser person)
    {
        lock (_world.Gate) _members.Remove(person);
    }

    /// <summary>The roles that were made here.</summary>
    internal IReadOnlyList<FakeDiscordRole> Roles => _roles;

    internal bool Has(FakeDiscordUser person) => _members.ContainsKey(person);

    internal IReadOnlyList<FakeDiscordRole> RolesOf(FakeDiscordUser person) => _members.GetValueOrDefault(person) ?? [];

    /// <summary>What somebody may do here, as Discord counts and signs it.</summary>
    internal long PermissionsOf(FakeDiscordUser person)
    {
        var granted = RolesOf(person).Aggregate(FakeDiscordPermissions.Everyone, (bits, role) => bits | role.Permissions);
        return person == Owner || (granted & FakeDiscordPermissions.Administrator) != 0 ? FakeDiscordPermissions.All : granted;
    }
}
