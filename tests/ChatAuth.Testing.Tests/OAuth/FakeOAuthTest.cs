using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.OAuth;

namespace ChatAuth.Testing.Tests.OAuth;

/// <summary>An issuer, and a client that does by hand what ChatAuth does.</summary>
internal abstract class FakeOAuthTest
{
    protected const string Redirect = "http://127.0.0.1:49152/callback";
    protected const string Verifier = "FAKE-verifier-of-at-least-forty-three-characters";

    protected FakeTime Time { get; private set; } = null!;

    protected FakeOAuthServer Server { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Time = new FakeTime();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        await StartAsync(FakeOAuthMode.Strict);
    }

    [TearDown]
    public async Task StopAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    protected async Task StartAsync(FakeOAuthMode mode)
    {
        if (Server is not null) await Server.DisposeAsync();
        Server = await FakeOAuthServer.StartAsync(new FakeOAuthOptions { Mode = mode, Time = Time });
    }

    protected Task<HttpResponseMessage> RefreshAsync(string token) =>
        PostAsync(("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", Server.ClientId));

    protected Task<HttpResponseMessage> ExchangeAsync(string code, string verifier = Verifier) => PostAsync(
        ("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier), ("redirect_uri", Redirect), ("client_id", Server.ClientId));

    protected Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] form) =>
        Http.PostAsync(Server.TokenUrl, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Where the authorization endpoint sends the browser; null when nowhere.</summary>
    protected async Task<Uri?> BrowseAsync(params (string Name, string? Value)[] changes)
    {
        var query = HttpUtility.ParseQueryString("");
        query["response_type"] = "code";
        query["client_id"] = Server.ClientId;
        query["redirect_uri"] = Redirect;
        query["state"] = "FAKE-state-of-this-test";
        query["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        query["code_challenge_method"] = "S256";
        foreach (var (name, value) in changes) query[name] = value;
        using var response = await Http.GetAsync(new Uri($"{Server.AuthorizeUrl}?{query}"));
        return response.Headers.Location;
    }

    protected async Task<string> CodeAsync() => HttpUtility.ParseQueryString((await BrowseAsync())!.Query)["code"]!;

    protected static async Task<string?> FieldAsync(Task<HttpResponseMessage> asking, string name)
    {
        using var response = await asking;
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())![name]?.ToString();
    }
}
