using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Anthropic;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Providers.Tests.Payers;

/// <summary>Two vendors on bare sockets and two accounts: one has paid, and another would be next.</summary>
internal sealed class PayerScene : IAsyncDisposable
{
    public const string First = "anthropic:first";
    public const string FirstSelector = "opus@first";
    private const string FirstSecret = "sk-FAKE-of-the-first";

    private readonly PayerCause _cause;
    private readonly PayerRelation _relation;
    private readonly bool _ordered;
    private readonly FakeVendor _anthropic = FakeVendor.Start();
    private readonly FakeVendor _openai = FakeVendor.Start();
    private readonly ScriptedEnvironment _environment = new();

    public PayerScene(PayerCause cause, PayerRelation relation, bool ordered, ConsentPreset preset)
    {
        (_cause, _relation, _ordered) = (cause, relation, ordered);
        World = new TestWorld(settings => Configure(settings) with { Consent = new ConsentPresets(preset, preset, preset) }, Assemble);
        Here = () => (cause.IsInGroup ? World.Shared(1) : World.Private(1)) with { HasButtons = true };
        Put(First, FirstSecret, cause.FirstIsMetered);
        if (!cause.NextComesLater) PutNext();
        if (!ordered) return;
        World.Credentials.Order("anthropic", OfOneVendor ? cause.NextComesFirst ? [Next, First] : [First, Next] : [First]);
        if (!OfOneVendor) World.Credentials.Order("openai", Next);
    }

    public TestWorld World { get; private set; }

    /// <summary>A message of the conversation that it is about.</summary>
    public Func<CommandContext> Here { get; set; }

    public string Next => $"{(OfOneVendor ? "anthropic" : "openai")}:{_cause.NextName}";

    /// <summary>What people of the conversation read of it.</summary>
    public string NextShown => _cause.IsInGroup ? _cause.NextName : Next;

    public string NextModel => OfOneVendor ? "opus" : "gpt";

    public string NextSelector => $"{NextModel}@{_cause.NextName}";

    private bool OfOneVendor => _relation is not PayerRelation.OtherVendor;

    private string NextSecret => _relation is PayerRelation.Same ? FirstSecret : "sk-FAKE-of-the-next";

    /// <summary>How often each of the two was shown, at whichever vendor.</summary>
    public (int First, int Next) Shown => (Count(FirstSecret), Count(NextSecret));

    /// <summary>Credentials that came to a vendor which they are not for.</summary>
    public int Strayed => _openai.Shown(FirstSecret) + (OfOneVendor ? _openai : _anthropic).Shown(NextSecret);

    public async Task PayFirstAsync()
    {
        await World.Answer("first", Here());
        Assert.That(Count(FirstSecret), Is.EqualTo(1), "the first one has paid");
    }

    public async Task ChooseAsync(string words, CommandContext? context = null)
    {
        var reply = await World.Type<CommandReply.ChoiceChanged>($"/model {words}", context ?? Here());
        NamedLast = reply.Resolution.Next?.Name;
    }

    /// <summary>Who pays from now on by the last reply to a choice.</summary>
    public string? NamedLast { get; private set; }

    /// <summary>The message that is charged.</summary>
    public Task<AskResult> AskAsync() => World.Ask(_cause.Message.Replace("{next}", NextSelector, StringComparison.Ordinal), Here());

    /// <summary>A tap, and what a bot does with it.</summary>
    public async Task<AskResult> TapAsync(string token, CommandContext tap) => await World.Chat.TapAsync(tap, token) switch
    {
        HandleResult.AskModel ask => await World.Chat.AskAsync(tap, [new ChatMessage(ChatRole.User, ask.Text)], ask.Choice),
        HandleResult.Handled handled => new AskResult.Refused(handled.Reply),
        _ => throw new InvalidOperationException("The tap was ignored."),
    };

    /// <summary>What the vendor does with the first one from now on; null answers it again.</summary>
    public void FailFirst(VendorDeed? deed) => _anthropic.On(FirstSecret, deed);

    public void PutNextIntoEnvironment() => _environment.Reading = new EnvironmentReading([Stored(Next, NextSecret, IsMetered) with { Source = "process FAKE_KEY" }], []);

    /// <summary>The operator stores another credential under the id, says how it is billed, and starts the program anew.</summary>
    public void ReplaceFirst()
    {
        PutNext();
        World = World.Again(Assemble, settings => settings with { Profiles = Described(IsMetered) });
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await _anthropic.DisposeAsync();
        await _openai.DisposeAsync();
    }

    private bool IsMetered => _relation is PayerRelation.Metered || _cause.FirstIsMetered;

    private int Count(string secret) => _anthropic.Shown(secret) + _openai.Shown(secret);

    private ChatAuthSettings Configure(ChatAuthSettings settings) => settings with
    {
        AccessRules = [Everybody("private"), Everybody("telegram:7:-100"), Everybody("telegram:7:-1001")],
        Profiles = Described(_cause.FirstIsMetered),
        PinsEndWithSession = _cause.PinsEndWithSession,
        Rules = _cause.NextComesFirst && !_ordered ? [new ProfileRule("next", RuleEffect.Prefer, [ProfileId.Parse(Next)], [], [], [], [])] : [],
        Catalog = new ModelCatalog(
            settings.Catalog.Models,
            _cause.NextComesFirst && !OfOneVendor ? ModelRef.Parse("openai/gpt-5.2") : settings.Catalog.Default,
            !OfOneVendor && !_cause.NextComesFirst ? [ModelRef.Parse("openai/gpt-5.2")] : [],
            endpoints: [new(ProviderId.Parse("anthropic"), _anthropic.BaseUrl, null), new(ProviderId.Parse("openai"), new Uri(_openai.BaseUrl, "v1"), null)]),
    };

    /// <summary>A vendor on this machine would be free.</summary>
    private Dictionary<ProfileId, ProfileSettings> Described(bool firstIsMetered)
    {
        var described = new Dictionary<ProfileId, ProfileSettings>();
        foreach (var (id, metered) in new[] { (Next, IsMetered), (First, firstIsMetered) })
        {
            var profile = ProfileId.Parse(id);
            var billing = metered ? BillingClass.Metered : BillingClass.Subscription;
            described[profile] = new ProfileSettings(profile, null, billing, null, new ProfileAudience(null, null, Shared: true));
        }
        return described;
    }

    private void Assemble(IServiceCollection services)
    {
        services.AddSingleton<IEnvironmentKeys>(_environment);
        services.AddChatAuthAnthropic();
        services.AddChatAuthOpenAI();
    }

    private static AccessRule Everybody(string where) => new($"all-{where}", false, Rights.All, null, null, TestWorld.Pattern(where));

    private void PutNext() => Put(Next, NextSecret, IsMetered);

    private void Put(string id, string text, bool asKey) => World.Credentials.Put(Stored(id, text, asKey));

    private StoredCredential Stored(string id, string text, bool asKey)
    {
        Secret.TryCreate(text, out var secret);
        var profile = ProfileId.Parse(id);
        var vendor = profile.Provider.Name == "openai" ? _openai : _anthropic;
        return new StoredCredential(profile, profile.Provider, asKey ? new Credential.ApiKey(secret) : new Credential.Token(secret, null))
        {
            Origin = EndpointOrigin.Of(profile.Provider, vendor.BaseUrl),
        };
    }

    private sealed class ScriptedEnvironment : IEnvironmentKeys
    {
        public EnvironmentReading Reading { get; set; } = EnvironmentReading.Empty;

        public EnvironmentReading Read() => Reading;
    }
}
