using System.Globalization;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>
/// Ann and Bob, who may do everything in a guild with our bot and nothing elsewhere, afresh for each test; nothing that we send may be wrong in form.
/// </summary>
internal abstract class InteractionScenario
{
    private DiscordHttpStage _stage = null!;

    protected FakeDiscordServer Server => _stage.Server;

    protected FakeDiscordGuild Guild => _stage.Guild;

    protected TestWorld World => _stage.World;

    protected FakeDiscordChannel Channel { get; private set; } = null!;

    protected FakeDiscordUser Ann { get; private set; } = null!;

    protected FakeDiscordUser Bob { get; private set; } = null!;

    [SetUp]
    public async Task Start()
    {
        if (!Ed25519.IsAvailable) Assert.Ignore($"Needs OpenSSL 3: apt-get install libssl3 ({Ed25519.Reason})");
        _stage = await DiscordHttpStage.StartAsync(Configure);
        World.Credentials.Token("anthropic:work").Token("anthropic:spare").Key("openai:team");
        await World.Access.SaveRuleAsync(new AccessRule("guild", false, Rights.All, null, null, TestWorld.Pattern($"space:discord:{Guild.Id}")), default);
        Channel = Guild.AddChannel("general");
        Guild.Join(Ann = Server.AddPerson("ann"));
        Guild.Join(Bob = Server.AddPerson("bob"));
    }

    [TearDown]
    public async Task Stop()
    {
        if (_stage is null) return;
        await _stage.DisposeAsync();
        Assert.That(Server.Defects, Is.Empty);
    }

    /// <summary>Ann types <c>/model</c> in the channel.</summary>
    protected Task<FakeDiscordMessage> ModelAsync(string choice) => ModelAsync(("choice", choice));

    /// <inheritdoc cref="ModelAsync(string)"/>
    protected Task<FakeDiscordMessage> ModelAsync(params IReadOnlyList<(string, object)> options) => SendAsync(Channel.Slash(Ann, "model", options));

    /// <summary>Ann asks the model in the channel.</summary>
    protected Task<FakeDiscordMessage> AskAsync(string prompt, string? with = null) =>
        SendAsync(Channel.Slash(Ann, "ask", with is null ? [("prompt", prompt)] : [("prompt", prompt), ("with", with)]));

    /// <summary>Somebody does something, and all that comes of it is said. The last message that they got for it.</summary>
    protected async Task<FakeDiscordMessage> SendAsync(FakeDiscordInteraction interaction)
    {
        await interaction.SendAsync();
        await _stage.SettleAsync();
        return interaction.Messages[^1];
    }

    protected static Person PersonOf(FakeDiscordUser user) => new("discord", long.Parse(user.Id, CultureInfo.InvariantCulture));

    /// <summary>The session of the channel, or of another place.</summary>
    protected SessionKey KeyOf(FakeDiscordChannel? place = null) => _stage.KeyOf(place ?? Channel);

    /// <summary>What is stored, and what holds.</summary>
    protected async Task<SessionState> StateAsync(FakeDiscordChannel? place = null) =>
        (await World.Sessions.LoadAsync(KeyOf(place), null, default)).Effective;

    /// <summary>The model that is selected; null for the default.</summary>
    protected async Task<string?> ModelAt(FakeDiscordChannel? place = null) => (await StateAsync(place)).Model.Selected?.Model;

    /// <summary>The account that a person pinned; null for none.</summary>
    protected async Task<string?> PinAt(FakeDiscordChannel? place = null, string provider = "anthropic") =>
        (await StateAsync(place)).Pins[ProviderId.Parse(provider)].OfPerson?.Profile.ToString();

    protected Task<IReadOnlyList<HistoryEntry>> HistoryAsync() => World.Sessions.ListHistoryAsync(KeyOf(), 100, default);

    /// <summary>Who served what, in order.</summary>
    protected IEnumerable<string> Served => World.Vendor.Seen.Select(seen => $"{seen.Model.Model} by {seen.Profile}: {seen.Text}");

    /// <summary>What the bot said to everybody in the channel of its own accord.</summary>
    protected IReadOnlyList<string> Announced => [.. Channel.Messages.Where(message => message.Interaction is null).Select(message => message.Content.Replace("\\", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal))];

    /// <summary>What a message says, as it is read.</summary>
    protected static string Text(FakeDiscordMessage message) => ReadMarkdown.Of(message.Content);

    protected static string[] Labels(FakeDiscordMessage message) => [.. message.Buttons.Select(button => button.Label!)];

    protected static string[] Options(FakeDiscordMessage message) => [.. message.Menus.SelectMany(menu => menu.Options).Select(option => option.Label)];

    private static ChatAuthSettings Configure(ChatAuthSettings settings) => settings with
    {
        Catalog = new ModelCatalog(
            settings.Catalog.Models, settings.Catalog.Default, settings.Catalog.Fallbacks,
            endpoints: [new ProviderEndpoint(ProviderId.Parse("anthropic"), new Uri("https://api.anthropic.com/v1"), "anthropic-messages")]),
        Profiles = new[] { "anthropic:work", "anthropic:spare", "anthropic:api", "openai:team" }.Select(ProfileId.Parse).ToDictionary(
            id => id, id => new ProfileSettings(id, $"The {id.Name} account", null, null, new ProfileAudience(null, null, true))),
    };
}
