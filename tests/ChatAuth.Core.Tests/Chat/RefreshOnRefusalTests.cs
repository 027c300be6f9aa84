using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>A login whose access token the vendor does not know is refreshed once, and the message is sent once more.</summary>
public sealed class RefreshOnRefusalTests
{
    private RefreshWorld _refresh = null!;
    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = (_refresh = new RefreshWorld()).World;
        _refresh.Put(TimeSpan.FromHours(5));
        await _world.Type("/model @work");
    }

    [TearDown]
    public async Task TearDown() => await _refresh.DisposeAsync();

    [Test]
    public async Task Refused_token_is_refreshed_and_the_message_answered()
    {
        Refuse(times: 1);

        var answer = await _world.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo(RefreshWorld.Work));
        Assert.That(_refresh.Login.Access!.Reveal(), Is.EqualTo("fake-access-1"));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(2));
        Assert.That(_refresh.Issuer.Shown, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Refusal_that_was_cured_leaves_health_and_pin_as_they_were()
    {
        Refuse(times: 1);
        await _world.Answer("hello");

        var status = await _world.Type<CommandReply.Status>("/model status");

        Assert.That(status.Resolution.Candidates.Select(candidate => candidate.State).First(), Is.EqualTo(CandidateState.Ready));
    }

    [Test]
    public async Task Token_that_is_refused_again_is_not_refreshed_again()
    {
        Refuse(times: 9);

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorRefused));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(2));
        Assert.That(_refresh.Issuer.Shown, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Refusal_stands_when_the_refresh_fails()
    {
        Refuse(times: 1);
        _refresh.Issuer.Lose(wasSent: false);

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorRefused));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Login_that_its_issuer_refuses_too_is_told_to_need_a_sign_in_now_and_later()
    {
        Refuse(times: 9);
        _refresh.Issuer.Answer(400, """{"error":"invalid_grant"}""");

        var (first, second) = (await _world.Refusal("hello"), await _world.Refusal("again"));

        Assert.That((first.Code, second.Code), Is.EqualTo((ErrorCode.SignInNeeded, ErrorCode.SignInNeeded)));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Login_that_others_refreshed_meanwhile_is_used_as_it_is()
    {
        Refuse(times: 1, meanwhile: () => _refresh.Put(TimeSpan.FromHours(8), entry => entry with
        {
            Credential = _refresh.Login with { Access = RefreshWorld.SecretOf("fake-access-7") },
        }));

        await _world.Answer("hello");

        Assert.That(_refresh.Issuer.Shown, Is.Empty);
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Other_refusals_refresh_nothing()
    {
        _world.Vendor.Fail(RefreshWorld.Work, () => new VendorException(ErrorCode.CredentialForClaudeCodeOnly, FailureReason.Auth));

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.CredentialForClaudeCodeOnly));
        Assert.That(_refresh.Issuer.Shown, Is.Empty);
    }

    [Test]
    public async Task Consent_to_one_message_serves_it_after_the_cure()
    {
        _world.Credentials.Key("anthropic:api").Order("anthropic", "anthropic:api");
        await _world.Type("/model unpin");
        await _world.Answer("first");
        _world.Credentials.Order("anthropic", RefreshWorld.Work);
        var asked = await _world.Refusal("hello");
        Refuse(times: 1);

        var answer = await _world.Answer("/model allow");

        Assert.That((asked.Code, answer.Receipt.Profile.Name), Is.EqualTo((ErrorCode.PayerChange, RefreshWorld.Work)));
        Assert.That((await _world.Refusal("again")).Code, Is.EqualTo(ErrorCode.PayerChange));
    }

    private void Refuse(int times, Action? meanwhile = null) => _world.Vendor.Fail(RefreshWorld.Work, () =>
    {
        if (times-- <= 0) return null;
        meanwhile?.Invoke();
        return new VendorException(ErrorCode.VendorRefused, FailureReason.Auth) { IsUnauthorized = true };
    });
}
