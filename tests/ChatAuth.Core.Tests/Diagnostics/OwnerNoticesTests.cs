using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Diagnostics;

/// <summary>What owners are told about credentials, when, and how often.</summary>
public sealed class OwnerNoticesTests
{
    private static readonly Person s_ann = new("telegram", 42);
    private static readonly Person s_bob = new("discord", 43);

    private readonly RecordingOwners _owners = new();
    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp() => _world = await Start();

    [TearDown]
    public async Task TearDown()
    {
        await _world.DisposeAsync();
        _owners.Told.Clear();
        _owners.Unreached.Clear();
        _owners.Unreached.Add(Person.Operator);
        (_owners.FailToReach, _owners.FailsFor) = (null, null);
    }

    [Test]
    public async Task Each_stage_of_an_end_is_told_once()
    {
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddDays(8));

        for (var look = 0; look < 9 * 24; look++, _world.Time.Advance(TimeSpan.FromHours(1))) await _world.TellOwners();

        Assert.That(Stages(), Is.EqualTo(new[] { "seven-days", "one-day", "two-hours", "ended" }));
    }

    [Test]
    public async Task Restart_tells_nothing_again()
    {
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));
        await _world.TellOwners();

        await using var again = _world.Again(services => services.AddSingleton<IOwnerSink>(_owners));
        await again.TellOwners();

        Assert.That(_owners.Told, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Renewed_credential_is_told_about_again()
    {
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));
        await _world.TellOwners();
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(2));

        await _world.TellOwners();

        Assert.That(Stages(), Is.EqualTo(new[] { "two-hours", "two-hours" }));
    }

    [Test]
    public async Task Account_that_cannot_pay_is_told_about_once_a_rest()
    {
        _world.Credentials.Key("anthropic:work");
        await Refuse(ErrorCode.VendorUnpaid, FailureReason.Billing);
        for (var look = 0; look < 6; look++, _world.Time.Advance(TimeSpan.FromHours(1))) await _world.TellOwners();
        await Refuse(ErrorCode.VendorUnpaid, FailureReason.Billing);

        await _world.TellOwners();

        Assert.That(_owners.Notices.OfType<OwnerNotice.ProfileDisabled>().Select(notice => notice.Until).ToList(), Is.Unique.And.Count.EqualTo(2));
    }

    [TestCase(1)]
    [TestCase(-1)]
    [TestCase(30 * 365)]
    [TestCase(-30 * 365)]
    public async Task Clock_that_jumps_and_comes_back_tells_each_stage_once(int days)
    {
        foreach (var name in new[] { "a", "b", "c" }) _world.Credentials.Token($"anthropic:{name}", _world.Time.GetUtcNow().AddDays(6));
        await _world.TellOwners();

        for (var jump = 0; jump < 3; jump++)
        {
            _world.Time.Advance(TimeSpan.FromDays(days));
            await _world.TellOwners();
            await using (var there = _world.Again(services => services.AddSingleton<IOwnerSink>(_owners))) await there.TellOwners();
            _world.Time.Advance(-TimeSpan.FromDays(days));
            await _world.TellOwners();
        }

        var told = _owners.Notices.Cast<OwnerNotice.OfCredential>().Select(notice => (notice.Profile, notice.StageName)).ToList();
        Assert.That(told, Is.Unique);
        Assert.That(told, Has.Count.LessThanOrEqualTo(6));
    }

    [Test]
    public async Task Every_owner_is_told_and_nobody_else()
    {
        await _world.Access.SaveOwnerAsync(s_bob, owner: true, default);
        await _world.Access.SaveRuleAsync(new AccessRule("carol", false, Rights.All, new Person("telegram", 44), null, ConversationPattern.Private), default);
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));

        await _world.TellOwners();

        Assert.That(_owners.Told.Select(told => told.Owner), Is.EquivalentTo(new[] { s_ann, s_bob }));
    }

    [Test]
    public async Task Owner_who_was_removed_is_told_nothing_more()
    {
        await _world.Access.SaveOwnerAsync(s_bob, owner: true, default);
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(3));
        await _world.TellOwners();
        await _world.Access.SaveOwnerAsync(s_ann, owner: false, default);
        _world.Time.Advance(TimeSpan.FromHours(2));

        await _world.TellOwners();

        Assert.That(_owners.Told.Select(told => told.Owner), Is.EqualTo(new[] { s_ann, s_bob, s_bob }).Or.EqualTo(new[] { s_bob, s_ann, s_bob }));
    }

    [Test]
    public async Task Owner_whom_a_rule_denies_everything_is_told_nothing()
    {
        await _world.Access.SaveRuleAsync(new AccessRule("no", true, Rights.All, s_ann, null, ConversationPattern.Private), default);
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));

        await _world.TellOwners();

        Assert.That(_owners.Told, Is.Empty);
    }

    [Test]
    public async Task Profile_of_others_does_not_exist_for_an_owner()
    {
        await _world.DisposeAsync();
        _world = await Start(Only("anthropic:hers", s_bob));
        _world.Credentials.Token("anthropic:hers", _world.Time.GetUtcNow().AddHours(1)).Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));

        await _world.TellOwners();
        await _world.Access.SaveOwnerAsync(s_bob, owner: true, default);
        await _world.TellOwners();

        Assert.That(_owners.Told.Select(told => (told.Owner, told.Notice.Profile.Name)), Is.EqualTo(new[] { (s_ann, "work"), (s_bob, "hers") }));
    }

    [Test]
    public async Task Profile_that_is_spent_elsewhere_is_told_about()
    {
        await _world.DisposeAsync();
        _world = await Start(new ProfileSettings(
            ProfileId.Parse("anthropic:work"), null, null, null, new ProfileAudience(null, [TestWorld.Pattern("telegram:7:-100")], Shared: true)));
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));

        await _world.TellOwners();

        Assert.That(_owners.Told, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_nobody_could_be_told_stays_due()
    {
        _owners.Unreached.Add(s_ann);
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));
        await _world.TellOwners();
        _owners.Unreached.Remove(s_ann);

        await _world.TellOwners();

        Assert.That(_owners.Told, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Operator_at_a_terminal_is_an_owner()
    {
        _owners.Unreached.Remove(Person.Operator);
        _owners.Unreached.Add(s_ann);
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));

        await _world.TellOwners();

        Assert.That(_owners.Told.Single().Owner, Is.EqualTo(Person.Operator));
    }

    [Test]
    public async Task Sink_that_throws_keeps_nobody_from_being_told_and_is_not_asked_again()
    {
        await _world.Access.SaveOwnerAsync(s_bob, owner: true, default);
        _owners.FailsFor = s_ann;
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));

        await _world.TellOwners();
        await _world.TellOwners();

        Assert.That(_owners.Told.Select(told => told.Owner), Is.EquivalentTo(new[] { s_ann, s_bob }));
    }

    [Test]
    public async Task Sink_that_cannot_say_whom_it_reaches_is_asked_again()
    {
        _owners.FailToReach = new IOException("fake");
        _world.Credentials.Token("anthropic:work", _world.Time.GetUtcNow().AddHours(1));
        await _world.TellOwners();
        _owners.FailToReach = null;

        await _world.TellOwners();

        Assert.That(_owners.Told, Has.Count.EqualTo(1));
    }

    private async Task<TestWorld> Start(params ProfileSettings[] profiles)
    {
        var world = new TestWorld(
            settings => settings with { Profiles = profiles.ToDictionary(profile => profile.Id) }, services => services.AddSingleton<IOwnerSink>(_owners));
        await world.Access.SaveOwnerAsync(s_ann, owner: true, default);
        return world;
    }

    private static ProfileSettings Only(string id, Person person) =>
        new(ProfileId.Parse(id), null, null, null, new ProfileAudience([person], null, false));

    /// <summary>A message that the vendor refuses.</summary>
    private async Task Refuse(ErrorCode code, FailureReason reason)
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(code, reason));
        await _world.Refusal("hello", _world.Private(42));
        _world.Vendor.Fail("anthropic:work", null);
    }

    private IEnumerable<string> Stages() => _owners.Notices.Cast<OwnerNotice.OfCredential>().Select(notice => notice.StageName);
}
