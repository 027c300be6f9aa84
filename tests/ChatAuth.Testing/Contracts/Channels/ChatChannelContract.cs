using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts.Channels;

/// <summary>What every chat platform's channel promises to the people on it.</summary>
public abstract partial class ChatChannelContract
{
    private ChannelDriver _there = null!;

    private TestWorld World => _there.World;

    /// <summary>A platform that nobody has used, with a bot of ours.</summary>
    protected abstract Task<ChannelDriver> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure);

    [SetUp]
    public async Task Start()
    {
        _there = await StartAsync(settings => settings with
        {
            Profiles = new[] { ("anthropic:work", "Work plan"), ("anthropic:spare", "Spare plan"), ("anthropic:api", "Metered key"), ("openai:team", "Team key") }
                .ToDictionary(
                    profile => ProfileId.Parse(profile.Item1),
                    profile => new ProfileSettings(ProfileId.Parse(profile.Item1), profile.Item2, null, null, new ProfileAudience(null, null, true))),
        });
        World.Credentials.Token("anthropic:work").Token("anthropic:spare").Key("openai:team");
    }

    [TearDown]
    public async Task Stop()
    {
        var defects = _there.Defects;
        await _there.DisposeAsync();
        Assert.That(defects, Is.Empty);
    }

    /// <summary>Somebody who may do everything in a private conversation.</summary>
    private async Task<(Person Person, ChannelPlace Place)> OwnerInPrivate(string name = "Ann")
    {
        var person = _there.AddPerson(name);
        var place = _there.OpenPrivate(person);
        await Admit(person, place);
        return (person, place);
    }

    /// <summary>Two people who may do everything in a conversation of both.</summary>
    private async Task<(Person Ann, Person Bob, ChannelPlace Place)> TwoInShared()
    {
        var (ann, bob) = (_there.AddPerson("Ann"), _there.AddPerson("Bob"));
        var place = _there.AddShared("Engineering");
        await Admit(ann, place);
        await Admit(bob, place);
        return (ann, bob, place);
    }

    private Task Admit(Person person, ChannelPlace place, Rights rights = Rights.All) => World.Access.SaveRuleAsync(
        new AccessRule($"{person}", false, rights, person, null, TestWorld.Pattern((place.Key.Parent ?? place.Key).ToString())), default);

    /// <summary>What holds in a conversation.</summary>
    private async Task<SessionState> Chosen(ChannelPlace place) => (await World.Sessions.LoadAsync(place.Key, null, default)).Effective;

    private async Task<string?> PinnedAt(ChannelPlace place, string provider = "anthropic") =>
        (await Chosen(place)).Pins[ProviderId.Parse(provider)] is PinState.UserPinned pin ? pin.Profile.Name : null;

    private async Task<string?> ModelAt(ChannelPlace place) => (await Chosen(place)).Model.Selected?.ToString();

    private async Task<int> ChangesOf(ChannelPlace place) => (await World.Sessions.ListHistoryAsync(place.Key, 100, default)).Count;

    private IEnumerable<string> Served() => World.Vendor.Seen.Select(seen => $"{seen.Profile}: {seen.Text}");

    private string AllSeenBy(Person person, ChannelPlace place) => string.Join('\n', _there.SeenBy(person, place));
}
