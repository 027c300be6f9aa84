using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every cache of vendors' lists of models promises.</summary>
public abstract class ListingCacheContract
{
    protected static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private IListingCache _cache = null!;

    /// <summary>An empty cache.</summary>
    protected abstract IListingCache Create();

    [SetUp]
    public void CreateCache() => _cache = Create();

    [Test]
    public void Nothing_is_remembered_at_first() => Assert.That((_cache.Load().All.Count, _cache.Load().Fault), Is.EqualTo((0, (string?)null)));

    [Test]
    public async Task List_saved_is_found_as_it_was()
    {
        var profile = Profile();
        await _cache.SaveAsync([Listing(profile, new OfferedModel("claude-x", "Claude X"), new OfferedModel("a/b:c@d", null), new OfferedModel("日本", null))], default);

        var found = _cache.Load().Find(profile);

        Assert.That(found?.At, Is.EqualTo(Time));
        Assert.That(found!.Models, Is.EqualTo(new OfferedModel[] { new("claude-x", "Claude X"), new("a/b:c@d", null), new("日本", null) }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task List_stays_as_complete_as_it_was(bool complete)
    {
        await _cache.SaveAsync([Listing(Profile(), new OfferedModel("m", null)) with { IsComplete = complete }], default);

        Assert.That(_cache.Load().All.Single().IsComplete, Is.EqualTo(complete));
    }

    [Test]
    public async Task Later_list_takes_the_place_of_the_earlier()
    {
        await _cache.SaveAsync([Listing(Profile(), new OfferedModel("old", null))], default);
        await _cache.SaveAsync([Listing(Profile(), new OfferedModel("new", null)) with { At = Time.AddHours(1) }], default);

        Assert.That(_cache.Load().All.Single().Models.Single().Id, Is.EqualTo("new"));
    }

    [Test]
    public async Task Lists_of_others_stay()
    {
        await _cache.SaveAsync([Listing(Profile("anthropic:personal"), new OfferedModel("theirs", null))], default);
        await _cache.SaveAsync([Listing(Profile(), new OfferedModel("ours", null))], default);

        Assert.That(_cache.Load().Find(Profile("anthropic:personal"))?.Models.Single().Id, Is.EqualTo("theirs"));
    }

    [Test]
    public async Task List_of_another_key_payer_or_profile_is_not_used()
    {
        await _cache.SaveAsync([Listing(Profile(), new OfferedModel("m", null))], default);

        var cached = _cache.Load();

        Assert.That(cached.Find(Profile() with { Revision = "r2" }), Is.Null);
        Assert.That(cached.Find(Profile() with { Payer = new Payer("anthropic|http://127.0.0.1:9|p") }), Is.Null);
        Assert.That(cached.Find(Profile("anthropic:personal")), Is.Null);
    }

    [Test]
    public async Task List_of_a_login_outlives_its_tokens()
    {
        var login = Profile() with { Credential = new Credential.OAuth(null, null, null) };
        await _cache.SaveAsync([Listing(login, new OfferedModel("m", null))], default);

        Assert.That(_cache.Load().Find(login with { Revision = "r2" }), Is.Not.Null);
    }

    [Test]
    public async Task Oldest_lists_are_forgotten_where_there_are_too_many()
    {
        await _cache.SaveAsync(
            [.. Enumerable.Range(0, IListingCache.Most + 1).Select(number => Listing(Profile($"anthropic:a{number}"), new OfferedModel("m", null)) with { At = Time.AddMinutes(number) })], default);

        var cached = _cache.Load();

        Assert.That(cached.All, Has.Count.EqualTo(IListingCache.Most));
        Assert.That(cached.Find(Profile("anthropic:a0")), Is.Null);
    }

    [Test]
    public async Task Nothing_saved_changes_nothing()
    {
        await _cache.SaveAsync([Listing(Profile(), new OfferedModel("m", null))], default);

        await _cache.SaveAsync([], default);

        Assert.That(_cache.Load().All, Has.Count.EqualTo(1));
    }

    protected static AuthProfile Profile(string id = "anthropic:work") => new()
    {
        Id = ProfileId.Parse(id), Provider = ProviderId.Parse("anthropic"), Credential = new Credential.ApiKey(null), Payer = new Payer("anthropic|-|p"), Revision = "r1",
        Billing = BillingClass.Metered, Label = "work",
    };

    protected static ModelListing Listing(AuthProfile profile, params OfferedModel[] models) => new(ListingKey.Of(profile), Time, models);
}
