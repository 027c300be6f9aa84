using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>What leaves, and to whom.</summary>
public sealed class PinnedRequestHandlerTests : WireTest
{
    [TestCase("Authorization", "Bearer sk-PLANTED")]
    [TestCase("x-api-key", "sk-PLANTED")]
    [TestCase("api-key", "sk-PLANTED")]
    [TestCase("x-goog-api-key", "sk-PLANTED")]
    [TestCase("Proxy-Authorization", "Basic sk-PLANTED")]
    [TestCase("Cookie", "session=sk-PLANTED")]
    [TestCase("OpenAI-Organization", "org-PLANTED")]
    [TestCase("X-Whatever", "sk-PLANTED")]
    [TestCase("User-Agent", "sk-PLANTED")]
    [TestCase("Accept", "sk-PLANTED/sk-PLANTED")]
    [TestCase("anthropic-version", "sk-PLANTED")]
    [TestCase("X-Stainless-OS", "PLANTED")]
    public async Task Header_that_the_sdk_set_stays_here(string name, string value)
    {
        using var answer = await Send(request => request.Headers.TryAddWithoutValidation(name, value));

        var seen = Vendor.Requests.Single();
        Assert.That(seen.Credentials, Is.EqualTo([("x-api-key", Canary.ApiKey)]));
        Assert.That(seen.Headers.Select(header => header.Value), Has.None.Contain("PLANTED"));
    }

    [Test]
    public async Task Request_carries_what_the_api_needs_and_who_we_are()
    {
        using var answer = await Send();

        Assert.That(Vendor.Requests.Single().Headers.Select(header => $"{header.Name}: {header.Value}"), Is.EquivalentTo([
            $"Host: {Vendor.BaseUrl.Authority}", "Accept: application/json, text/event-stream", "User-Agent: ChatAuth", "x-ours: yes",
            $"x-api-key: {Canary.ApiKey}", "Content-Type: application/json; charset=utf-8", "Content-Length: 47",
        ]));
    }

    [TestCase("http://localhost:{0}/v1/messages")]
    [TestCase("http://127.0.0.1:1/v1/messages")]
    [TestCase("https://127.0.0.1:{0}/v1/messages")]
    [TestCase("http://user:pass@127.0.0.1:{0}/v1/messages")]
    [TestCase("http://127.0.0.1.:{0}/v1/messages")]
    public async Task Request_to_another_origin_is_refused_before_a_byte_is_sent(string address)
    {
        var other = new Uri(string.Format(null, address, Vendor.BaseUrl.Port));

        var refused = await Assert.ThrowsAsync<VendorException>(() => Send(request => request.RequestUri = other));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.OriginRefused));
        Assert.That(refused.MayHaveBeenCharged, Is.False);
        Assert.That(Vendor.Connections, Is.Zero);
    }

    [Test]
    public async Task Package_that_sends_twice_under_one_permit_reaches_the_vendor_once()
    {
        var call = Open();
        using var first = await Send(call: call);

        var refused = await Assert.ThrowsAsync<VendorException>(() => Send(call: call));

        Assert.That((refused!.Code, refused.MayHaveBeenCharged), Is.EqualTo((ErrorCode.SendNotPermitted, true)));
        Assert.That(Vendor.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Package_that_sends_again_what_could_not_leave_is_refused_all_the_same()
    {
        var call = Open();
        await Vendor.DisposeAsync();
        await Assert.ThrowsAsync<VendorException>(() => Send(call: call));

        var refused = await Assert.ThrowsAsync<VendorException>(() => Send(call: call));

        Assert.That((refused!.Code, refused.MayHaveBeenCharged), Is.EqualTo((ErrorCode.SendNotPermitted, false)));
    }

    [Test]
    public async Task Permit_of_one_profile_lets_no_other_send()
    {
        var other = Profiles.With("anthropic:spare", new Credential.ApiKey(null));
        Open();
        Secret.TryCreate(Canary.Token, out var secret);
        var call = new PinnedCall(Vendor.BaseUrl, other, CredentialHeader.Bearer(secret!), Permit);

        var refused = await Assert.ThrowsAsync<VendorException>(() => Send(call: call));

        Assert.That((refused!.Code, refused.MayHaveBeenCharged), Is.EqualTo((ErrorCode.SendNotPermitted, false)));
        Assert.That(Vendor.Connections, Is.Zero);
    }

    [Test]
    public async Task Permit_for_one_endpoint_sends_to_no_other()
    {
        var profile = Profiles.With("anthropic:work", new Credential.ApiKey(null));
        Secret.TryCreate(Canary.ApiKey, out var secret);
        var call = new PinnedCall(Vendor.BaseUrl, profile, CredentialHeader.Bearer(secret!), SendPermit.For(profile, endpoint: null, Time));

        var refused = await Assert.ThrowsAsync<VendorException>(() => Send(call: call));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.OriginRefused));
        Assert.That(Vendor.Connections, Is.Zero);
    }

    [Test]
    public async Task Permit_tells_what_was_sent_and_when()
    {
        using var answer = await Send();

        Assert.That((Permit.SentTo, Permit.SpentAt, Permit.HasLeft), Is.EqualTo(($"{Vendor.BaseUrl.GetLeftPart(UriPartial.Authority)}", (DateTimeOffset?)Time.GetUtcNow(), true)));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Redirect_is_not_followed(int status)
    {
        await using var thief = FakeVendor.Start();

        var failure = await Fail(VendorFaults.RedirectTo(thief.BaseUrl, status));

        Assert.That((failure.Code, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorAnswerUnusable, false)));
        Assert.That(thief.Connections, Is.Zero);
    }

    [Test]
    public async Task Answer_gives_back_the_request_of_the_sdk_not_ours()
    {
        using var answer = await Send();

        Assert.That(answer.RequestMessage!.Headers.Contains("x-api-key"), Is.False);
    }

    [Test]
    public async Task Failed_message_is_sent_once()
    {
        await Fail(VendorFaults.Broken);

        Assert.That(Vendor.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Connection_that_broke_while_it_was_kept_is_not_sent_over_again()
    {
        using (var first = await Send()) await first.Content.ReadAsStringAsync();

        var failure = await Fail(VendorFaults.ResetBeforeHead);

        Assert.That(Vendor.Requests, Has.Count.EqualTo(2));
        Assert.That(failure.MayHaveBeenCharged);
    }

    [Test]
    public async Task Vendor_that_nobody_reaches_was_sent_nothing()
    {
        await Vendor.DisposeAsync();

        var failure = await Assert.ThrowsAsync<VendorException>(() => Send());

        Assert.That((failure!.Code, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorUnavailable, (FailureReason?)null, false)));
        Assert.That((Permit.SpentAt is null, Permit.HasLeft), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Silence_ends_with_the_time_that_is_given()
    {
        var asked = Fail(VendorFaults.Silence);
        await Vendor.ArrivedAsync(1);

        Time.Advance(Socket.Limits.Head);

        var failure = await asked;
        Assert.That((failure.Code, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorTimeout, FailureReason.Timeout, true)));
    }

    [Test]
    public async Task Caller_who_leaves_is_not_told_of_a_failure()
    {
        using var leaving = new CancellationTokenSource();
        Vendor.Next(VendorFaults.Silence);
        var asked = Send(cancellationToken: leaving.Token);
        await Vendor.ArrivedAsync(1);

        await leaving.CancelAsync();

        Assert.That(async () => await asked, Throws.InstanceOf<OperationCanceledException>());
    }
}
