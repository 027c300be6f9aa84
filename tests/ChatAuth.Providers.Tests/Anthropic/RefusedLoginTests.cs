using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Providers.OAuth;
using ChatAuth.Testing.OAuth;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>A login whose access token the vendor ends before its time, between a real issuer's wire and a real vendor's.</summary>
public sealed class RefusedLoginTests
{
    private FakeOAuthServer _issuer = null!;
    private FakeLogin _login = null!;
    private VendorWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _issuer = await FakeOAuthServer.StartAsync();
        _login = _issuer.MintLogin();
        _world = new VendorWorld(services => services.AddChatAuthOAuth(), logins: _issuer.SettingsFor() with { IdentityUrl = null });
        _world.Put("anthropic:work", _login.Credential).Key("anthropic:spare", "sk-ant-api03-FAKE-spare");
        _world.World.Credentials.Order("anthropic", "anthropic:work", "anthropic:spare");
        await _world.World.Type("/model @work");
        _world.Vendor.On(_login.Access, VendorFaults.Unauthorized);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _world.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Test]
    public async Task Refused_token_is_exchanged_once_and_the_message_sent_once_more_with_the_new_one()
    {
        var context = _world.World.Operator();

        var answer = await _world.World.Answer("hello", context);

        var shown = _world.Vendor.Requests.Select(request => request.Credential).ToArray();
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
        Assert.That(_issuer.CountOf(_login.Refresh), Is.EqualTo(1));
        Assert.That(shown, Has.Length.EqualTo(2));
        Assert.That((shown[0], shown[1] != _login.Access && _issuer.OwnerOf(shown[1]!) is not null), Is.EqualTo((_login.Access, true)));
        Assert.That((await AttemptsOf(context)).Select(attempt => attempt.Outcome), Is.EqualTo([AttemptOutcome.Failed, AttemptOutcome.Answered]));
    }

    [Test]
    public async Task Login_that_the_issuer_has_ended_breaks_the_pin_and_nobody_is_asked_any_more()
    {
        _issuer.Revoke(_login.Refresh);

        var first = await _world.World.Refusal("hello");
        var next = await _world.World.Refusal("hello again");

        var status = await _world.World.Type<CommandReply.Status>("/model status");
        Assert.That((first.Code, next.Code), Is.EqualTo((ErrorCode.SignInNeeded, ErrorCode.SignInNeeded)));
        Assert.That(status.Session!.Pins.Single().State, Is.EqualTo(PinStateName.PinBroken));
        Assert.That(_world.Vendor.Requests.Select(request => request.Credential), Is.EqualTo([_login.Access]));
        Assert.That(_issuer.Exchanges, Has.Count.EqualTo(1));
    }

    private async Task<IReadOnlyList<Attempt>> AttemptsOf(CommandContext context) =>
        (await _world.World.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default)).Attempts;
}
