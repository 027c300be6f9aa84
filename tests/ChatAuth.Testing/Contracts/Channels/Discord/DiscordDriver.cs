using System.Globalization;
using System.Text.RegularExpressions;
using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts.Channels.Discord;

/// <summary>Discord as people use it: commands and questions are slash commands, choices are buttons and entries of menus, shared conversations are a guild's channels.</summary>
public sealed partial class DiscordDriver(IDiscordStage stage) : ChannelDriver
{
    private readonly Dictionary<Person, FakeDiscordUser> _people = [];
    private readonly List<FakeDiscordInteraction> _acts = [];

    public override TestWorld World => stage.World;

    public override int LongestMessage => FakeDiscordLimits.Content;

    /// <summary>An entry of a menu says more than a button: its label, and what stands below it.</summary>
    public override int LongestChoice => DiscordOffer.Longest;

    /// <summary>Discord itself tells a person that nobody answered.</summary>
    public override bool MayStaySilent => false;

    /// <summary>What was filled into a command is no message, and of messages an application over HTTP hears nothing.</summary>
    public override bool DeletesWhatPeopleWrite => false;

    public override IReadOnlyList<string> Defects =>
        [.. stage.Server.Defects, .. stage.Server.Requests.Where(request => request.Status >= 400 && !HasOvertaken(request)).Select(request => $"{request.Route}: {request.Answer}")];

    public override IReadOnlyList<string> Requests =>
        [.. stage.Server.Requests.Select(request => $"{request.Path} {request.Body?.ToJsonString()}"), .. _acts.Select(act => $"{act.Response?.ToJsonString()}")];

    public override Person AddPerson(string name)
    {
        var user = stage.Server.AddPerson(name);
        stage.Guild.Join(user);
        var person = new Person("discord", long.Parse(user.Id, CultureInfo.InvariantCulture));
        _people[person] = user;
        return person;
    }

    public override ChannelPlace OpenPrivate(Person person) => Place(stage.Server.DirectMessages(_people[person]), isPrivate: true);

    public override ChannelPlace AddShared(string title) => Place(stage.Guild.AddChannel(title), isPrivate: false);

    public override ChannelPlace AddThread(ChannelPlace shared, Person by, string title) => Place(Where(shared).AddThread(title), isPrivate: false);

    public override Task<ChannelReply> TypeAsync(Person who, ChannelPlace where, string command) => SlashAsync(who, where, SlashCommand.Of(command));

    public override Task<ChannelReply> TypeForAllAsync(Person who, ChannelPlace where, string command) =>
        SlashAsync(who, where, SlashCommand.Of(command).With("public", true));

    public override Task<ChannelReply> AskAsync(Person who, ChannelPlace where, string question) => SlashAsync(who, where, SlashCommand.Ask(question));

    public override Task<ChannelReply> ChooseAsync(Person who, ShownMessage on, string choice)
    {
        var message = (OfferedMessage)on.Platform;
        return ActAsync(message.Offers.First(offer => offer.Text == on.Choice(choice)).TakenBy(_people[who], message.Message));
    }

    public override Task<ChannelReply> ForgeAsync(Person who, ShownMessage on, string token) =>
        ActAsync(((OfferedMessage)on.Platform).Message.ClickForged(_people[who], token));

    public override async Task<ChannelReply> RedeliverAsync()
    {
        var last = _acts[^1];
        return await WatchAsync(last, () => stage.TellAgainAsync(last));
    }

    public override IReadOnlyList<ShownMessage> SeenBy(Person person, ChannelPlace where) => [.. ShownTo(_people[person], Where(where)).Select(Shown)];

    public override IReadOnlyList<string> WrittenIn(ChannelPlace where) =>
        [.. Where(where).Messages.Where(message => !message.Author.IsBot).Select(message => message.Content)];

    public override ValueTask DisposeAsync() => stage.DisposeAsync();

    private Task<ChannelReply> SlashAsync(Person who, ChannelPlace where, SlashCommand command) =>
        ActAsync(Where(where).Slash(_people[who], command.Name, command.Options));

    private Task<ChannelReply> ActAsync(FakeDiscordInteraction act)
    {
        _acts.Add(act);
        return WatchAsync(act, act.SendAsync);
    }

    /// <summary>They look at the channel and at their own messages with the bot.</summary>
    private async Task<ChannelReply> WatchAsync(FakeDiscordInteraction act, Func<Task> happens)
    {
        FakeDiscordChannel[] seen = [.. new[] { act.Channel, stage.Server.DirectMessages(act.Person) }.Distinct()];
        var before = seen.SelectMany(channel => ShownTo(act.Person, channel)).ToDictionary(message => message, message => message.EditCount);
        await happens();
        await stage.SettleAsync();
        return new ChannelReply(null,
            [.. seen.SelectMany(channel => ShownTo(act.Person, channel)).Where(message => !before.TryGetValue(message, out var edits) || edits != message.EditCount).Select(Shown)]);
    }

    private ChannelPlace Place(FakeDiscordChannel channel, bool isPrivate) => new(KeyOf(channel), isPrivate, channel);

    private SessionKey KeyOf(FakeDiscordChannel channel) =>
        new("discord", stage.Server.ApplicationId, (channel.Parent ?? channel).Id, channel.Parent is null ? null : channel.Id);

    private static FakeDiscordChannel Where(ChannelPlace place) => (FakeDiscordChannel)place.Platform;

    private static IEnumerable<FakeDiscordMessage> ShownTo(FakeDiscordUser person, FakeDiscordChannel channel) =>
        channel.SeenBy(person).Where(message => message.Author.IsBot);

    private static ShownMessage Shown(FakeDiscordMessage message)
    {
        var offers = DiscordOffer.On(message);
        return new ShownMessage(
            Escape().Replace(message.Content, "$1"),
            [.. offers.Select(offer => offer.Text)],
            [.. CommandMention().Matches(Code().Replace(message.Content, "")).Select(mention => mention.Value)],
            new OfferedMessage(message, offers));
    }

    /// <summary>It came before the response that it belongs to, and was told to come again.</summary>
    private static bool HasOvertaken(FakeDiscordRequest request) => request is { Route: FakeDiscordRoutes.EditOriginal or FakeDiscordRoutes.FollowUp, Status: 404 };

    [GeneratedRegex(@"\\(\p{P}|\p{S})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>The one form in which Discord sends a word as a command when it is tapped.</summary>
    [GeneratedRegex(@"(?<!\\)</[^:>]+:[0-9]+>")]
    private static partial Regex CommandMention();

    private sealed record OfferedMessage(FakeDiscordMessage Message, IReadOnlyList<DiscordOffer> Offers);
}
