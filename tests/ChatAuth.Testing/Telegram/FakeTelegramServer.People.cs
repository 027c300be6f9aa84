namespace ChatAuth.Testing.Telegram;

/// <content>The people and their chats.</content>
public sealed partial class FakeTelegramServer
{
    private const long FirstPerson = 800_000_000;
    private const long FirstGroup = -4_000_000_000;
    private const long FirstSupergroup = -1_001_000_000_000;

    private long _number;

    /// <summary>A person that the bot has never met.</summary>
    public FakeUser AddPerson(string firstName, string? username = null) => AddUser(firstName, username, isBot: false);

    /// <summary>Another bot.</summary>
    public FakeUser AddBot(string username) => AddUser(username, username, isBot: true);

    /// <summary>
    /// The private chat with somebody. The bot may not write there before they do: <see cref="FakeChat.Open"/>, <see cref="FakeChat.AlreadyOpen"/>.
    /// </summary>
    public FakeChat PrivateChat(FakeUser person)
    {
        lock (_world.Gate)
        {
            return _world.Chats.TryGetValue(person.Id, out var chat)
                ? chat
                : _world.Chats[person.Id] = new FakeChat(_world, person.Id, "private", person.FirstName, person);
        }
    }

    /// <summary>A group that the bot is in.</summary>
    public FakeChat AddGroup(string title) => Add(number => new FakeChat(_world, FirstGroup - number, "group", title));

    /// <summary>A supergroup that the bot is in.</summary>
    public FakeChat AddSupergroup(string title, string? username = null) =>
        Add(number => new FakeChat(_world, FirstSupergroup - number, "supergroup", title) { Username = username });

    /// <summary>A supergroup with topics that the bot is in.</summary>
    public FakeChat AddForum(string title) => Add(number => new FakeChat(_world, FirstSupergroup - number, "supergroup", title, isForum: true));

    private FakeUser AddUser(string firstName, string? username, bool isBot)
    {
        lock (_world.Gate)
        {
            var user = new FakeUser(FirstPerson + ++_number, firstName, username, isBot);
            _world.Users[user.Id] = user;
            _world.Chats[user.Id] = new FakeChat(_world, user.Id, "private", firstName, user);
            return user;
        }
    }

    private FakeChat Add(Func<long, FakeChat> make)
    {
        lock (_world.Gate)
        {
            var chat = make(++_number);
            _world.Chats[chat.Id] = chat;
            return chat;
        }
    }
}
