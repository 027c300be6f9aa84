using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Benchmarks;

/// <summary>What the measurements are made on: visibly fake, and the same in every run.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    public static readonly ModelRef Opus = ModelRef.Parse("anthropic/claude-opus-4-5");

    public static readonly ModelCatalog Catalog = new(
        [
            new CatalogModel(Opus, ["opus"]),
            new CatalogModel(ModelRef.Parse("anthropic/claude-sonnet-4-5"), ["sonnet"]),
            new CatalogModel(ModelRef.Parse("anthropic/claude-haiku-4-5"), ["haiku"]),
            new CatalogModel(ModelRef.Parse("openai/gpt-5.2"), ["gpt"]),
            new CatalogModel(ModelRef.Parse("google/gemini-3-pro-preview"), ["gemini"]),
        ],
        Opus,
        []);

    public static readonly Asker Operator = new(Person.Operator, SessionKey.Terminal("bench"), IsPrivate: true, IsOperator: true);

    /// <summary>Profiles of the three kinds in no order; each fifth rests after a failure.</summary>
    public static RosterEntry[] Roster(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new RosterEntry(Profile($"p{i}", CredentialOf(i)), HealthOf(i, count)))];

    public static ProfileId Id(string name) => ProfileId.Parse($"anthropic:{name}");

    public static Payer Payer(string name) => new($"anthropic|-|secret:{name}");

    private static AuthProfile Profile(string name, Credential credential) => new()
    {
        Id = Id(name),
        Provider = Anthropic,
        Credential = credential,
        Payer = Payer(name),
        Revision = name,
        Billing = credential is Credential.ApiKey ? BillingClass.Metered : BillingClass.Subscription,
        Label = name,
    };

    private static Credential CredentialOf(int i) => (i % 3) switch
    {
        0 => new Credential.ApiKey(Fake(i)),
        1 => new Credential.Token(Fake(i), Now.AddDays(30)),
        _ => new Credential.OAuth(Fake(i), Fake(-i), Now.AddHours(8)),
    };

    private static ProfileHealth HealthOf(int i, int count) => new()
    {
        LastUsed = Now.AddMinutes(-1 - (i * 7919L % count)),
        CooldownUntil = i % 5 == 4 ? Now.AddMinutes(5 + i) : null,
    };

    private static Secret? Fake(int i) => Secret.TryCreate($"sk-ant-api03-FAKE-{i}", out var secret) ? secret : null;
}
