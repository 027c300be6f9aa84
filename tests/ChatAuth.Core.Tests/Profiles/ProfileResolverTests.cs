using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Tests.Profiles;

public sealed class ProfileResolverTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProviderId Vendor = ProviderId.Parse("v");
    private static readonly Asker Operator = new(Person.Operator, SessionKey.Terminal("t"), IsPrivate: true, IsOperator: true);

    [Test]
    public void Kind_then_least_recent_use_decide_without_an_order()
    {
        var resolution = Resolve(
            Entry("key", Key()), Entry("token", Token()), Entry("used", Login(), new ProfileHealth { LastUsed = Now }), Entry("fresh", Login()));

        Assert.That(Names(resolution), Is.EqualTo(new[] { "fresh", "used", "token", "key" }));
        Assert.That(resolution.DecidedBy, Is.EqualTo(Precedence.TypeAndLastUse));
    }

    [Test]
    public void Payer_of_the_last_answer_goes_before_kind_and_use()
    {
        var key = Entry("key", Key());

        var resolution = ProfileResolver.Resolve(Request(Entry("login", Login()), key) with { LastReceipt = Receipt(key.Profile) });

        Assert.That(resolution.Chosen!.Id.Name, Is.EqualTo("key"));
        Assert.That(resolution.Verdict!.Change, Is.EqualTo(PayerChange.None));
    }

    [Test]
    public void Order_decides_before_kind_and_use()
    {
        var resolution = ProfileResolver.Resolve(Request(Entry("login", Login()), Entry("key", Key())) with { Order = Order("key", "login") });

        Assert.That(Names(resolution), Is.EqualTo(new[] { "key", "login" }));
        Assert.That(resolution.DecidedBy, Is.EqualTo(Precedence.Order));
    }

    [Test]
    public void Profile_outside_of_the_order_is_no_candidate_of_automatic_choice()
    {
        var resolution = ProfileResolver.Resolve(Request(Entry("login", Login()), Entry("key", Key())) with { Order = Order("key") });

        Assert.That(resolution.Find(Id("login"))!.Reason, Is.EqualTo(CandidateReason.NotInOrder));
    }

    [Test]
    public void Order_of_unusable_profiles_leaves_nobody()
    {
        var resolution = ProfileResolver.Resolve(Request(Entry("key", Key()), Entry("old", Token(-1))) with { Order = Order("old") });

        Assert.That(resolution.Chosen, Is.Null);
        Assert.That(resolution.Refusal, Is.EqualTo(ErrorCode.NobodyEligible));
    }

    [Test]
    public void Empty_order_leaves_nobody()
    {
        var resolution = ProfileResolver.Resolve(Request(Entry("key", Key())) with { Order = Order() });

        Assert.That(resolution.Refusal, Is.EqualTo(ErrorCode.NobodyEligible));
    }

    [Test]
    public void Pinned_profile_outside_of_the_order_serves()
    {
        var key = Entry("key", Key());

        var resolution = ProfileResolver.Resolve(Request(Entry("login", Login()), key) with { Order = Order("login"), Session = Pinned(key.Profile) });

        Assert.That(resolution.Chosen!.Id.Name, Is.EqualTo("key"));
        Assert.That(resolution.DecidedBy, Is.EqualTo(Precedence.UserPin));
    }

    [Test]
    public void Resting_profiles_stand_behind_with_the_soonest_end_first_and_do_not_serve()
    {
        var resolution = Resolve(
            Entry("late", Login(), Rests(30)), Entry("soon", Login(), Rests(5)), Entry("key", Key()));

        Assert.That(Names(resolution), Is.EqualTo(new[] { "key", "soon", "late" }));
        Assert.That(resolution.Find(Id("soon"))!.Reason, Is.EqualTo(CandidateReason.Cooling));
    }

    [Test]
    public void Nobody_but_resting_profiles_refuses_until_the_soonest_end()
    {
        var resolution = Resolve(Entry("late", Login(), Rests(30)), Entry("soon", Login(), Rests(5)));

        Assert.That(resolution.Refusal, Is.EqualTo(ErrorCode.NobodyEligible));
        Assert.That(resolution.RefusedUntil, Is.EqualTo(Now.AddMinutes(5)));
    }

    [Test]
    public void Expiry_at_this_very_moment_is_expired() =>
        Assert.That(Resolve(Entry("old", Token(0))).Candidates[0].State, Is.EqualTo(CandidateState.Expired));

    [TestCase(24, CandidateState.Expiring)]
    [TestCase(25, CandidateState.Ready)]
    public void Warning_window_counts_its_end(int hours, CandidateState state) =>
        Assert.That(Resolve(Entry("token", Token(hours))).Candidates[0].State, Is.EqualTo(state));

    [Test]
    public void Blank_unknown_and_mismatched_credentials_do_not_serve()
    {
        var resolution = Resolve(
            Entry("blank", new Credential.ApiKey(null)), Entry("new", new Credential.Unknown("passkey")),
            new RosterEntry(Profile("other", Key()) with { Defect = CandidateReason.ModeMismatch }, ProfileHealth.Unused));

        Assert.That(resolution.Candidates.Select(candidate => candidate.Reason), Is.EquivalentTo(new[]
        {
            CandidateReason.Blank, CandidateReason.KindUnknown, CandidateReason.ModeMismatch,
        }));
        Assert.That(resolution.Refusal, Is.EqualTo(ErrorCode.NobodyEligible));
    }

    [Test]
    public void Automatic_pin_is_kept_while_it_can_serve_and_left_when_it_rests()
    {
        var b = Entry("b", Login());
        var request = Request(Entry("a", Login()), b) with { Order = Order("a", "b"), Session = AutoPinned(b.Profile) };

        var kept = ProfileResolver.Resolve(request);
        var left = ProfileResolver.Resolve(request with { Profiles = [Entry("a", Login()), b with { Health = Rests(5) }] });

        Assert.That(kept.Chosen!.Id.Name, Is.EqualTo("b"));
        Assert.That(kept.DecidedBy, Is.EqualTo(Precedence.AutoPin));
        Assert.That(left.Chosen!.Id.Name, Is.EqualTo("a"));
    }

    [Test]
    public void Account_that_another_message_tries_is_left_out_unless_a_person_pinned_it()
    {
        var a = Entry("a", Login()) with { TriedUntil = Now.AddMinutes(1) };
        var request = Request(a, Entry("b", Login())) with { Order = Order("a", "b") };

        var automatic = ProfileResolver.Resolve(request);
        var pinned = ProfileResolver.Resolve(request with { Session = Pinned(a.Profile) });
        var alone = ProfileResolver.Resolve(request with { Profiles = [a] });

        Assert.That((automatic.Chosen!.Id.Name, pinned.Chosen!.Id.Name), Is.EqualTo(("b", "a")));
        Assert.That((alone.Refusal, alone.RefusedUntil), Is.EqualTo((ErrorCode.CredentialOnTrial, (DateTimeOffset?)Now.AddMinutes(1))));
    }

    [Test]
    public void Automatic_pin_does_not_outlive_a_changed_order()
    {
        var b = Entry("b", Login());

        var resolution = ProfileResolver.Resolve(Request(Entry("a", Login()), b) with { Order = Order("a"), Session = AutoPinned(b.Profile) });

        Assert.That(resolution.Chosen!.Id.Name, Is.EqualTo("a"));
    }

    [Test]
    public void Preferring_rule_goes_before_the_order_and_behind_the_automatic_pin()
    {
        var (a, b) = (Entry("a", Login()), Entry("b", Login()));
        var request = Request(a, b) with { Order = Order("a", "b"), Rules = [Rule(RuleEffect.Prefer, "b")] };

        var preferred = ProfileResolver.Resolve(request);
        var pinned = ProfileResolver.Resolve(request with { Session = AutoPinned(a.Profile) });

        Assert.That(preferred.Chosen!.Id.Name, Is.EqualTo("b"));
        Assert.That((preferred.DecidedBy, preferred.Rule), Is.EqualTo((Precedence.PreferringRule, "rule")));
        Assert.That(pinned.Chosen!.Id.Name, Is.EqualTo("a"));
    }

    [Test]
    public void Requiring_rule_goes_before_the_automatic_pin_and_behind_a_persons()
    {
        var (a, b) = (Entry("a", Login()), Entry("b", Login()));
        var request = Request(a, b) with { Rules = [Rule(RuleEffect.Require, "b")] };

        var required = ProfileResolver.Resolve(request with { Session = AutoPinned(a.Profile) });
        var pinned = ProfileResolver.Resolve(request with { Session = Pinned(a.Profile) });

        Assert.That(required.Chosen!.Id.Name, Is.EqualTo("b"));
        Assert.That(required.Find(Id("a"))!.Reason, Is.EqualTo(CandidateReason.NotRequired));
        Assert.That((required.DecidedBy, required.Rule), Is.EqualTo((Precedence.RequiringRule, "rule")));
        Assert.That(pinned.Chosen!.Id.Name, Is.EqualTo("a"));
    }

    [Test]
    public void Forbidding_rule_beats_a_persons_pin_and_is_named()
    {
        var a = Entry("a", Login());

        var resolution = ProfileResolver.Resolve(Request(a, Entry("b", Login())) with { Rules = [Rule(RuleEffect.Forbid, "a")], Session = Pinned(a.Profile) });

        Assert.That(resolution.Chosen, Is.Null);
        Assert.That((resolution.Refusal, resolution.DecidedBy, resolution.Rule), Is.EqualTo((ErrorCode.PinForbidden, Precedence.ForbiddingRule, "rule")));
    }

    [Test]
    public void Rule_speaks_only_of_what_it_names()
    {
        var rule = Rule(RuleEffect.Forbid, "a") with { Models = ["w/*"] };

        var resolution = ProfileResolver.Resolve(Request(Entry("a", Login())) with { Rules = [rule] });

        Assert.That(resolution.Chosen!.Id.Name, Is.EqualTo("a"));
    }

    [TestCase("gone", "pin-missing")]
    [TestCase("old", "pin-expired")]
    [TestCase("blank", "pin-expired")]
    [TestCase("unpaid", "pin-disabled")]
    public void Pin_that_cannot_serve_leaves_nobody_else(string name, string code)
    {
        var entries = new[]
        {
            Entry("fine", Login()), Entry("old", Token(-1)), Entry("blank", new Credential.ApiKey(null)),
            Entry("unpaid", Key(), new ProfileHealth { DisabledUntil = Now.AddHours(5) }),
        };
        var pinned = entries.Select(entry => entry.Profile).FirstOrDefault(profile => profile.Id == Id(name)) ?? Profile(name, Key());

        var resolution = ProfileResolver.Resolve(Request(entries) with { Session = Pinned(pinned) });

        Assert.That(resolution.Chosen, Is.Null);
        Assert.That(resolution.Refusal!.Id, Is.EqualTo(code));
        Assert.That(resolution.Find(Id("fine"))!.Reason, Is.EqualTo(CandidateReason.AnotherIsPinned));
    }

    [Test]
    public void Pin_on_another_account_under_the_same_id_is_refused()
    {
        var pinned = Profile("a", Key()) with { Payer = new Payer("v|-|before") };

        var resolution = ProfileResolver.Resolve(Request(Entry("a", Key())) with { Session = Pinned(pinned) });

        Assert.That(resolution.Refusal, Is.EqualTo(ErrorCode.AccountChanged));
        Assert.That(resolution.Candidates[0].Reason, Is.EqualTo(CandidateReason.AccountChanged));
    }

    [Test]
    public void Pin_that_rests_is_still_tried_unless_the_vendor_named_the_end()
    {
        var ours = Entry("a", Login(), Rests(10));
        var theirs = ours with { Health = Rests(10) with { EndIsVendors = true } };

        var tried = ProfileResolver.Resolve(Request(ours) with { Session = Pinned(ours.Profile) });
        var refused = ProfileResolver.Resolve(Request(theirs) with { Session = Pinned(theirs.Profile) });

        Assert.That(tried.Chosen!.Id.Name, Is.EqualTo("a"));
        Assert.That((refused.Refusal, refused.RefusedUntil), Is.EqualTo((ErrorCode.PinCooling, (DateTimeOffset?)Now.AddMinutes(10))));
    }

    [Test]
    public void Profile_that_the_asker_may_not_use_takes_no_part()
    {
        var hidden = new RosterEntry(Profile("hidden", Login()) with { Audience = new ProfileAudience([new Person("telegram", 9)], null, true) }, ProfileHealth.Unused);
        var bob = new Asker(new Person("telegram", 2), new SessionKey("telegram", "7", "2"), IsPrivate: true);

        var resolution = ProfileResolver.Resolve(Request(hidden, Entry("key", Key())) with { Asker = bob });
        var pinned = ProfileResolver.Resolve(Request(hidden, Entry("key", Key())) with { Asker = bob, Session = Pinned(hidden.Profile) });

        Assert.That(Names(resolution), Is.EqualTo(new[] { "key" }));
        Assert.That(pinned.Refusal, Is.EqualTo(ErrorCode.PinNotPermitted));
        Assert.That(Names(pinned), Is.EqualTo(new[] { "key" }));
    }

    [Test]
    public void Unshared_profile_is_not_spent_in_a_conversation_of_several_people()
    {
        var group = new Asker(new Person("telegram", 2), new SessionKey("telegram", "7", "-1"), IsPrivate: false);

        var resolution = ProfileResolver.Resolve(Request(Entry("key", Key())) with { Asker = group });

        Assert.That(resolution.Refusal, Is.EqualTo(ErrorCode.NobodyShared));
    }

    [Test]
    public void Account_that_is_not_offered_the_model_stays_the_comparison_for_a_charge()
    {
        var resolution = ProfileResolver.Resolve(Request(Entry("login", Login()), Entry("key", Key())) with { NotOfferedTo = [Id("login")] });

        Assert.That(resolution.Chosen!.Id.Name, Is.EqualTo("key"));
        Assert.That(resolution.Verdict!.Change, Is.EqualTo(PayerChange.Asked));
    }

    private static ProfileResolution Resolve(params RosterEntry[] entries) => ProfileResolver.Resolve(Request(entries));

    private static ResolutionRequest Request(params RosterEntry[] entries) =>
        new() { Model = ModelRef.Parse("v/m"), Profiles = entries, Asker = Operator, Now = Now };

    private static RosterEntry Entry(string name, Credential credential, ProfileHealth? health = null) => new(Profile(name, credential), health ?? ProfileHealth.Unused);

    private static AuthProfile Profile(string name, Credential credential) => new()
    {
        Id = Id(name), Provider = Vendor, Credential = credential, Payer = new Payer($"v|-|{name}"), Revision = name, Label = name,
        Billing = credential is Credential.ApiKey ? BillingClass.Metered : BillingClass.Subscription,
    };

    private static Credential Key() => new Credential.ApiKey(Secret());

    private static Credential Login() => new Credential.OAuth(Secret(), Secret(), null);

    private static Credential Token(int? hours = null) => new Credential.Token(Secret(), hours is { } h ? Now.AddHours(h) : null);

    private static Secret? Secret() => Core.Credentials.Secret.TryCreate("fake", out var secret) ? secret : null;

    private static ProfileHealth Rests(int minutes) => new() { CooldownUntil = Now.AddMinutes(minutes) };

    private static ProfileId Id(string name) => new(Vendor, name);

    private static ProfileOrder Order(params string[] names) => new([.. names.Select(Id)], "store");

    private static ProfileRule Rule(RuleEffect effect, string name) => new("rule", effect, [Id(name)], [], [], [], []);

    private static string[] Names(ProfileResolution resolution) => [.. resolution.Candidates.Select(candidate => candidate.Id.Name)];

    private static SessionState Pinned(AuthProfile profile) => SessionState.Initial with
    {
        Follows = false, Pins = PinTable.Empty.With(Vendor, new PinState.UserPinned(profile.Id, profile.Payer, Person.Operator)),
    };

    private static SessionState AutoPinned(AuthProfile profile) =>
        SessionState.Initial with { Pins = PinTable.Empty.With(Vendor, new PinState.AutoPinned(profile.Id, profile.Payer)) };

    private static Attempt Receipt(AuthProfile profile) => new(
        SessionKey.Terminal("t"), new ChangeCause("c"), 1, Person.Operator, AttemptPurpose.Message, ModelRef.Parse("v/m"),
        profile.Id, profile.Payer, profile.Billing, 1, Now, AttemptOutcome.Answered, Now);
}
