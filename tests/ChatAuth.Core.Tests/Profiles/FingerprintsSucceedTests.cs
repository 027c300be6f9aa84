using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Profiles;

/// <summary>Whose account an entry is that takes the place of another one.</summary>
internal sealed class FingerprintsSucceedTests
{
    private static readonly Fingerprints Prints = new(new byte[32]);

    [Test]
    public void Other_secret_is_another_payer()
    {
        var before = Key("fake-one");

        Assert.That(PayerOf(Prints.Succeed(before, Key("fake-two"), isSameAccount: false)!), Is.Not.EqualTo(PayerOf(before)));
    }

    [Test]
    public void Other_secret_of_the_same_account_keeps_the_payer_as_often_as_it_is_said()
    {
        var first = Key("fake-one");

        var second = Prints.Succeed(first, Key("fake-two"), isSameAccount: true)!;
        var third = Prints.Succeed(second, Key("fake-three"), isSameAccount: true)!;

        Assert.That((PayerOf(second), PayerOf(third)), Is.EqualTo((PayerOf(first), PayerOf(first))));
    }

    [Test]
    public void What_was_said_once_does_not_hold_for_the_next_secret()
    {
        var first = Key("fake-one");
        var second = Prints.Succeed(first, Key("fake-two"), isSameAccount: true)!;

        Assert.That(PayerOf(Prints.Succeed(second, Key("fake-three"), isSameAccount: false)!), Is.Not.EqualTo(PayerOf(first)));
    }

    [Test]
    public void Same_secret_again_keeps_the_payer()
    {
        var second = Prints.Succeed(Key("fake-one"), Key("fake-two"), isSameAccount: true)!;

        Assert.That(PayerOf(Prints.Succeed(second, Key("fake-two"), isSameAccount: false)!), Is.EqualTo(PayerOf(second)));
    }

    [Test]
    public void Stated_account_is_kept()
    {
        var before = Key("fake-one") with { Account = "account-1" };

        Assert.That(PayerOf(Prints.Succeed(before, Key("fake-two"), isSameAccount: true)!), Is.EqualTo(PayerOf(before)));
    }

    [Test]
    public void Nothing_to_continue_is_refused()
    {
        var token = Key("fake-one") with { Credential = new Credential.Token(SecretOf("fake-one"), null) };

        Assert.That(Prints.Succeed(null, Key("fake"), isSameAccount: true), Is.Null);
        Assert.That(Prints.Succeed(token, Key("fake"), isSameAccount: true), Is.Null);
        Assert.That(Prints.Succeed(Key(""), Key("fake"), isSameAccount: true), Is.Null);
    }

    private static StoredCredential Key(string text)
    {
        var id = ProfileId.Parse("openai:work");
        return new StoredCredential(id, id.Provider, new Credential.ApiKey(SecretOf(text)));
    }

    private static Secret? SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret : null;

    private static Payer PayerOf(StoredCredential stored) => Prints.PayerOf(stored, null);
}
