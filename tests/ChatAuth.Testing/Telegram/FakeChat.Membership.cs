using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <content>Whether the bot is here, what it sees and may do, and where the chat went.</content>
public sealed partial class FakeChat
{
    /// <summary>The bot is in the group, or the person has opened the private chat.</summary>
    public bool BotIsMember { get; internal set; }

    /// <summary>The person has blocked the bot.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>The bot administers the group: it sees all messages, and deletes those of others.</summary>
    public bool BotIsAdmin { get; set; }

    /// <summary>The group lets the bot write.</summary>
    public bool BotMayWrite { get; set; } = true;

    private FakeUser? LastBot { get; set; }

    /// <summary>The person opens the private chat and presses Start, which writes <c>/start</c>.</summary>
    public FakeMessage Open() => Write("/start");

    /// <summary>The person has opened the chat, long ago.</summary>
    public FakeChat AlreadyOpen()
    {
        lock (World.Gate) BotIsMember = true;
        return this;
    }

    /// <summary>The person blocks the bot.</summary>
    public void Block() => SetBlocked(true);

    public void Unblock() => SetBlocked(false);

    /// <summary>Somebody takes the bot out of the group.</summary>
    public void RemoveBot(FakeUser by)
    {
        lock (World.Gate)
        {
            BotIsMember = false;
            DeliverMembership(by, "member", "kicked");
        }
    }

    /// <summary>Somebody takes the bot into the group.</summary>
    public void AddBot(FakeUser by)
    {
        lock (World.Gate)
        {
            BotIsMember = true;
            DeliverMembership(by, "left", "member");
        }
    }

    /// <summary>The group becomes a supergroup. The old id is dead from now on, whether the bot was told or not.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="order">Which service messages come, and in which order; they may be sent later with <see cref="AnnounceMigration"/>.</param>
    public FakeChat MigrateToSupergroup(FakeUser by, MigrationOrder order = MigrationOrder.OldFirst)
    {
        lock (World.Gate)
        {
            if (Type != "group") throw new InvalidOperationException("Only a group becomes a supergroup.");
            MigratedTo = new FakeChat(World, -1002000000000 + Id, "supergroup", Title) { BotIsAdmin = BotIsAdmin };
            World.Chats[MigratedTo.Id] = MigratedTo;
            if (order == MigrationOrder.NewFirst) MigratedTo.PostMigration(by, "migrate_from_chat_id", Id);
            if (order != MigrationOrder.Silent) PostMigration(by, "migrate_to_chat_id", MigratedTo.Id);
            if (order == MigrationOrder.OldFirst) MigratedTo.PostMigration(by, "migrate_from_chat_id", Id);
            return MigratedTo;
        }
    }

    /// <summary>Sends the service message of one side, again or for the first time: of the old group that it moved, of the new one whence.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="old">The group that became this supergroup; null where this is the old group.</param>
    public void AnnounceMigration(FakeUser by, FakeChat? old = null)
    {
        lock (World.Gate)
        {
            if (old is not null) PostMigration(by, "migrate_from_chat_id", old.Id);
            else PostMigration(by, "migrate_to_chat_id", (MigratedTo ?? throw new InvalidOperationException("It is a group still.")).Id);
        }
    }

    /// <summary>The bot spoke: general commands are meant for it now.</summary>
    internal void BotSpoke() => LastBot = World.Bot;

    /// <summary>Privacy mode: commands for this bot, general commands while no other bot spoke since, answers to it, and service messages.</summary>
    private bool BotSees(FakeMessage message)
    {
        if (!BotIsMember || IsBlocked) return false;
        if (!IsGroup || BotIsAdmin || World.Options.CanReadAllGroupMessages || message.From is { IsBot: true, StandsIn: false } or { Id: 777000 }) return true;
        if (message.ReplyTo is { IsFromBot: true } || (message.Text.Length == 0 && message.Extra.Count > 0)) return true;
        return message.Entities.Where(entity => entity.Type == "bot_command").Any(command => IsForBot(command.In(message.Text)));
    }

    private bool IsForBot(string command) => command.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at
        ? command[(at + 1)..].Equals(World.Bot.Username, StringComparison.OrdinalIgnoreCase)
        : LastBot is null || LastBot.Id == World.Bot.Id;

    private void PostMigration(FakeUser by, string field, long other) =>
        Announce(Add(new FakeMessage(this, NextId(), by, World.Time.GetUtcNow(), MessageContent.Empty) { Extra = new JsonObject { [field] = other } }));

    private void SetBlocked(bool blocked)
    {
        lock (World.Gate)
        {
            var person = Person ?? throw new InvalidOperationException("Only a person blocks.");
            IsBlocked = blocked;
            DeliverMembership(person, blocked ? "member" : "kicked", blocked ? "kicked" : "member");
        }
    }

    private void DeliverMembership(FakeUser by, string before, string after) => World.Deliver("my_chat_member", Id, new JsonObject
    {
        ["chat"] = MessageJson.Of(this),
        ["from"] = MessageJson.Of(by),
        ["date"] = World.Time.GetUtcNow().ToUnixTimeSeconds(),
        ["old_chat_member"] = Member(before),
        ["new_chat_member"] = Member(after),
    });

    private JsonObject Member(string status)
    {
        var member = new JsonObject { ["status"] = status, ["user"] = MessageJson.Of(World.Bot) };
        if (status == "kicked") member["until_date"] = 0;
        return member;
    }
}
