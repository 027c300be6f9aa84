using System.Text.Json.Nodes;
using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Contracts.Channels.Telegram;

/// <summary>Telegram as people use it: commands and questions are messages, choices are inline buttons, shared conversations are forums.</summary>
public sealed class TelegramDriver(ITelegramStage stage) : ChannelDriver
{
    private readonly Dictionary<Person, FakeUser> _people = [];

    public override TestWorld World => stage.World;

    public override int LongestMessage => 4096;

    public override int LongestChoice => 64;

    public override bool MayStaySilent => true;

    public override bool DeletesWhatPeopleWrite => true;

    public override IReadOnlyList<string> Defects =>
        [.. stage.Server.Defects, .. stage.Server.Requests.Where(request => request.Refusal is not null and not NotModified).Select(request => $"{request.Method}: {request.Refusal}")];

    public override IReadOnlyList<string> Requests => [.. stage.Server.Requests.Select(request => request.Body.ToJsonString())];

    private const string NotModified =
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    public override Person AddPerson(string name)
    {
        var user = stage.Server.AddPerson(name);
        var person = new Person("telegram", user.Id);
        _people[person] = user;
        return person;
    }

    public override ChannelPlace OpenPrivate(Person person)
    {
        var chat = stage.Server.PrivateChat(_people[person]).AlreadyOpen();
        return new ChannelPlace(KeyOf(chat), true, (chat, (FakeTopic?)null));
    }

    public override ChannelPlace AddShared(string title)
    {
        var chat = stage.Server.AddForum(title);
        chat.BotIsAdmin = true;
        return new ChannelPlace(KeyOf(chat), false, (chat, (FakeTopic?)null));
    }

    public override ChannelPlace AddThread(ChannelPlace shared, Person by, string title)
    {
        var (chat, _) = Where(shared);
        var topic = chat.AddTopic(_people[by], title);
        return new ChannelPlace(KeyOf(chat, topic), false, (chat, (FakeTopic?)topic));
    }

    public override Task<ChannelReply> TypeAsync(Person who, ChannelPlace where, string command)
    {
        var (chat, topic) = Where(where);
        return ActAsync(who, chat, () => { chat.Write(_people[who], command, topic); return Task.FromResult<FakeTap?>(null); });
    }

    public override Task<ChannelReply> AskAsync(Person who, ChannelPlace where, string question) =>
        TypeAsync(who, where, where.IsPrivate ? question : $"@{stage.Server.BotUsername} {question}");

    public override Task<ChannelReply> ChooseAsync(Person who, ShownMessage on, string choice)
    {
        var button = ((Buttons)on.Platform).All.First(button => button.Text == on.Choice(choice));
        return ForgeAsync(who, on, button.CallbackData ?? throw new InvalidOperationException($"'{choice}' hands nothing back."));
    }

    public override Task<ChannelReply> ForgeAsync(Person who, ShownMessage on, string token)
    {
        var message = ((Buttons)on.Platform).Message;
        return ActAsync(who, message.Chat, () => Task.FromResult<FakeTap?>(message.Chat.TapForged(_people[who], message, token)));
    }

    public override Task<ChannelReply> RedeliverAsync()
    {
        var last = JsonNode.Parse(stage.Server.LastUpdate)!.AsObject();
        var content = (last["message"] ?? last["callback_query"])!;
        var chat = stage.Server.PrivateChat(_people[new Person("telegram", (long)content["from"]!["id"]!)]);
        return ActAsync(new Person("telegram", chat.Id), chat, async () => { await stage.TellAgainAsync((long)last["update_id"]!); return null; });
    }

    /// <summary>A poll that the clock ended is begun anew after a second.</summary>
    public override Task PassAsync(TimeSpan time)
    {
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(1);
        return base.PassAsync(time);
    }

    public override IReadOnlyList<ShownMessage> SeenBy(Person person, ChannelPlace where)
    {
        var (chat, topic) = Where(where);
        return [.. chat.BotMessages.Where(message => message.Topic == topic).Select(Shown)];
    }

    public override IReadOnlyList<string> WrittenIn(ChannelPlace where) =>
        [.. Where(where).Chat.Messages.Where(message => !message.IsFromBot).Select(message => message.Text)];

    public override ValueTask DisposeAsync() => stage.DisposeAsync();

    /// <summary>They look at the chat and at their own with the bot.</summary>
    private async Task<ChannelReply> ActAsync(Person who, FakeChat chat, Func<Task<FakeTap?>> act)
    {
        FakeChat[] seen = [.. new[] { chat, stage.Server.PrivateChat(_people[who]) }.Distinct()];
        var before = seen.SelectMany(place => place.BotMessages).ToDictionary(message => message, message => message.EditCount);
        var tap = await act();
        await stage.SettleAsync();
        var alert = tap is null ? null : await tap.WaitForAnswerAsync();
        return new ChannelReply(
            alert?.Text,
            [.. seen.SelectMany(place => place.BotMessages).Where(message => !before.TryGetValue(message, out var edits) || edits != message.EditCount).Select(Shown)]);
    }

    private SessionKey KeyOf(FakeChat chat, FakeTopic? topic = null) =>
        new("telegram", $"{stage.Server.BotId}", FormattableString.Invariant($"{chat.Id}"), topic is null ? null : FormattableString.Invariant($"{topic.ThreadId}"));

    private static (FakeChat Chat, FakeTopic? Topic) Where(ChannelPlace place) => ((FakeChat, FakeTopic?))place.Platform;

    private static ShownMessage Shown(FakeMessage message) => new(
        message.Text,
        [.. message.Buttons.Select(button => button.Text)],
        [.. message.Entities.Where(entity => entity.Type == "bot_command").Select(entity => entity.In(message.Text))],
        new Buttons(message, [.. message.Buttons]));

    private sealed record Buttons(FakeMessage Message, IReadOnlyList<FakeButton> All);
}
