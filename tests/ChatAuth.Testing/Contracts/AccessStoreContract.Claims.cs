using ChatAuth.Core.Access;

namespace ChatAuth.Testing.Contracts;

public abstract partial class AccessStoreContract
{
    private static readonly byte[] Code = [.. Enumerable.Repeat((byte)0xFA, 32)];
    private static readonly byte[] Other = [.. Enumerable.Repeat((byte)0xCE, 32)];
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Code_makes_an_owner_once()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        var first = await _store.ClaimAsync(Alice, [.. Code], Now, default);
        var second = await _store.ClaimAsync(Bob, [.. Code], Now, default);

        Assert.That((first, second), Is.EqualTo((ClaimOutcome.Claimed, ClaimOutcome.Wrong)));
        Assert.That((await _store.LoadAsync(default)).Owners, Is.EquivalentTo((Person[])[Alice]));
    }

    [Test]
    public async Task Code_claimed_by_many_at_once_makes_one_owner()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(id => Task.Run(() => _store.ClaimAsync(new Person("telegram", id), Code, Now, default))));

        Assert.That(outcomes.Count(outcome => outcome == ClaimOutcome.Claimed), Is.EqualTo(1));
        Assert.That((await _store.LoadAsync(default)).Owners, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Code_is_wrong_from_its_end_on()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        Assert.That(await _store.ClaimAsync(Alice, Code, Now.AddMinutes(15), default), Is.EqualTo(ClaimOutcome.Wrong));
    }

    [Test]
    public async Task New_code_makes_the_earlier_void()
    {
        await _store.SaveClaimAsync(Other, Now.AddMinutes(15), default);
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        Assert.That(await _store.ClaimAsync(Alice, Other, Now, default), Is.EqualTo(ClaimOutcome.Wrong));
        Assert.That(await _store.ClaimAsync(Alice, Code, Now, default), Is.EqualTo(ClaimOutcome.Claimed));
    }

    [Test]
    public async Task Voided_code_is_wrong()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        await _store.VoidClaimAsync(Code, default);

        Assert.That(await _store.ClaimAsync(Alice, Code, Now, default), Is.EqualTo(ClaimOutcome.Wrong));
    }

    [Test]
    public async Task Voiding_another_code_leaves_the_open_one()
    {
        await _store.SaveClaimAsync(Code, Now.AddMinutes(15), default);

        await _store.VoidClaimAsync(Other, default);
        await _store.VoidClaimAsync([], default);

        Assert.That(await _store.ClaimAsync(Alice, Code, Now, default), Is.EqualTo(ClaimOutcome.Claimed));
    }

    [Test]
    public async Task Five_wrong_tries_end_the_day_for_that_person_alone()
    {
        await _store.SaveClaimAsync(Code, Now.AddDays(2), default);
        for (var i = 0; i < 5; i++) Assert.That(await _store.ClaimAsync(Alice, Other, Now, default), Is.EqualTo(ClaimOutcome.Wrong));

        Assert.That(await _store.ClaimAsync(Alice, Code, Now, default), Is.EqualTo(ClaimOutcome.TriesUsedUp));
        Assert.That(await _store.ClaimAsync(Bob, Other, Now, default), Is.EqualTo(ClaimOutcome.Wrong));
        Assert.That(await _store.ClaimAsync(Alice, Code, Now.AddDays(1), default), Is.EqualTo(ClaimOutcome.Claimed));
    }
}
