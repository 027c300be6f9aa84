using System.Collections.Immutable;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>Any state of a conversation, ends nested up to three deep.</summary>
internal static class SessionStateGen
{
    private static readonly Gen<string> Word = Gen.Elements("work", "me+tag@example.com", "ümläut", "a.b_c-d", "x:y/z@1");
    private static readonly Gen<string> AnyText = Gen.Elements("", "plain", "\"\\\u0000\u001f\u2028</script>", "日本語 😀", "|-|");
    private static readonly Gen<DateTimeOffset> Time =
        from ticks in Gen.Choose(0, int.MaxValue)
        from hours in Gen.Choose(-12, 14)
        select new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(hours)).AddTicks(ticks * 1_000_003L);

    private static readonly Gen<ProviderId> Provider = Gen.Elements("anthropic", "openai", "zai", "x.y").Select(ProviderId.Parse);
    private static readonly Gen<ChoiceId> Choice = from high in Gen.Choose(0, int.MaxValue) from low in Gen.Choose(0, int.MaxValue) select new ChoiceId(((ulong)high << 33) | (uint)low);
    private static readonly Gen<Payer> Payer = AnyText.Select(text => new Payer(text));
    private static readonly Gen<Person> Person = from platform in Gen.Elements("telegram", "discord", "terminal") from id in Gen.Choose(1, int.MaxValue) select new Person(platform, id * 4_000_000_000L);
    private static readonly Gen<ProfileId> Profile = from provider in Provider from name in Word select new ProfileId(provider, name);
    private static readonly Gen<ModelRef> ModelRef = from provider in Provider from name in Word select new ModelRef(provider, name);

    private static readonly Gen<OpenQuestion> Question =
        from kind in Gen.Elements(Enum.GetValues<QuestionKind>())
        from hasFrom in Gen.Elements(true, false)
        from origin in Payer
        from target in Payer
        from profile in Profile
        from choice in Choice
        from cause in AnyText
        from at in Time
        select new OpenQuestion(kind, hasFrom ? origin : null, target, profile, choice, cause, at);

    private static readonly Gen<Consent> Consent =
        from question in Question
        from scope in Gen.Elements(Enum.GetValues<ConsentScope>())
        from who in Person
        select new Consent(question, scope, who);

    public static Gen<SessionState> State { get; } =
        from choice in Choice
        from model in Model(3)
        from pins in Gen.ListOf(from provider in Provider from pin in Pin(3) select (provider, pin), 3)
        from follows in Gen.Elements(true, false)
        from hasAcknowledged in Gen.Elements(true, false)
        from acknowledged in Payer
        from consents in Gen.ListOf(Consent, 2)
        from questions in Gen.ListOf(from person in Person from question in Question select (person, question), 2)
        select new SessionState
        {
            ChoiceId = choice,
            Model = model,
            Pins = pins.Aggregate(PinTable.Empty, (table, entry) => table.With(entry.provider, entry.pin)),
            Follows = follows,
            Acknowledged = hasAcknowledged ? acknowledged : null,
            Consents = [.. consents],
            Questions = questions.ToImmutableArray(),
        };

    private static Gen<ModelChoice> Model(int depth)
    {
        var plain = Gen.OneOf(Gen.Constant(ModelChoice.Default), ModelRef.Select(model => new ModelChoice(model)));
        return depth == 0
            ? plain
            : Gen.OneOf(plain, from model in plain from until in Time from then in Model(depth - 1) select model with { Until = until, Then = then });
    }

    private static Gen<PinState> Pin(int depth)
    {
        var user = User(depth);
        return Gen.OneOf(
            Gen.Constant<PinState>(PinState.Unpinned.Instance),
            from profile in Profile from payer in Payer select (PinState)new PinState.AutoPinned(profile, payer),
            user.Select(pin => (PinState)pin),
            from pin in user from reason in Gen.Elements(Enum.GetValues<PinBreak>()) from since in Time from revision in Gen.Elements<string?>(null, "revision")
            select (PinState)new PinState.PinBroken(pin, reason, since) { RefusedRevision = revision });
    }

    private static Gen<PinState.UserPinned> User(int depth)
    {
        var plain = from profile in Profile from payer in Payer from who in Person select new PinState.UserPinned(profile, payer, who);
        return depth == 0
            ? plain
            : Gen.OneOf(plain, from pin in plain from until in Time from then in Pin(depth - 1) select pin with { Until = until, Then = then });
    }
}
