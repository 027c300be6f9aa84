using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>A network in which a vendor's own address leads to the fake: no test calls the real one.</summary>
internal sealed class Detour(FakeVendor vendor) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(vendor.BaseUrl, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
