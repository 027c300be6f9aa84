using System.Text;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>A request on its way through our handler to a vendor.</summary>
public abstract class WireTest
{
    internal FakeVendor Vendor { get; private set; } = null!;

    internal FakeTime Time { get; private set; } = null!;

    internal VendorSocket Socket { get; private set; } = null!;

    /// <summary>The authority of the request that was made last.</summary>
    internal SendPermit Permit { get; private set; } = null!;

    [SetUp]
    public void OpenWire()
    {
        Vendor = FakeVendor.Start();
        Time = new FakeTime();
        Socket = new VendorSocket(Time);
    }

    [TearDown]
    public async Task CloseWire()
    {
        Socket.Dispose();
        await Vendor.DisposeAsync();
    }

    /// <summary>A call that may send one request.</summary>
    internal PinnedCall Open()
    {
        Secret.TryCreate(Canary.ApiKey, out var secret);
        var profile = Profiles.With("anthropic:work", new Credential.ApiKey(secret));
        Permit = SendPermit.For(profile, new ProviderEndpoint(profile.Provider, Vendor.BaseUrl, null), Time);
        return new PinnedCall(Vendor.BaseUrl, profile, CredentialHeader.Named("x-api-key", secret!), Permit) { Added = [("x-ours", "yes")] };
    }

    internal async Task<HttpResponseMessage> Send(
        Action<HttpRequestMessage>? change = null, bool stream = false, PinnedCall? call = null, CancellationToken cancellationToken = default)
    {
        var body = $$"""{"model":"fake-1","stream":{{(stream ? "true" : "false")}},"messages":[]}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Vendor.BaseUrl, "/v1/messages")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        change?.Invoke(request);
        Socket.Call = call ?? Open();
        return await Socket.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>Sends a request, reads its answer to the end, and expects it to fail.</summary>
    internal async Task<VendorException> Fail(VendorDeed deed, bool stream = false)
    {
        Vendor.Next(deed);
        return (await Assert.ThrowsAsync<VendorException>(async () =>
        {
            using var answer = await Send(stream: stream);
            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.CopyToAsync(System.IO.Stream.Null);
        }))!;
    }
}
