using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Credentials;

internal sealed class AuthorizationRequestTests
{
    private static readonly Uri Redirect = new("http://127.0.0.1:49152/callback");

    private static readonly OAuthSettings Settings = new(ProviderId.Parse("anthropic"))
    {
        ClientId = "FAKE-client",
        AuthorizeUrl = new Uri("https://login.vendor.example/authorize?tenant=a"),
        TokenUrl = new Uri("https://api.vendor.example/token"),
        Scopes = ["user:inference", "user:profile"],
    };

    private CountingIds _ids = null!;

    [SetUp]
    public void Draw() => _ids = new CountingIds();

    [Test]
    public void Address_asks_for_a_code_with_the_challenge_of_the_verifier()
    {
        var request = Create();

        var asked = AuthorizationQuery.Read(request.Url.AbsoluteUri)!;
        var code = ((AuthorizationAnswer.Allowed)request.Read($"?code=FAKE-code&state={asked["state"]}")).Grant;
        Assert.That(asked.Where(field => field.Key is not ("state" or "code_challenge")), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["tenant"] = "a",
            ["response_type"] = "code",
            ["client_id"] = "FAKE-client",
            ["redirect_uri"] = Redirect.AbsoluteUri,
            ["scope"] = "user:inference user:profile",
            ["code_challenge_method"] = "S256",
        }));
        Assert.That(asked["code_challenge"], Is.EqualTo(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(code.Verifier.Reveal())))));
        Assert.That(code.Redirect, Is.EqualTo(Redirect));
    }

    [Test]
    public void State_and_verifier_are_drawn_anew_with_256_bits()
    {
        var states = new[] { StateOf(Create()), StateOf(Create()) };

        Assert.That(states, Is.Unique.And.All.Length.EqualTo(43));
    }

    [TestCase("")]
    [TestCase("&iss=https%3A%2F%2Flogin.vendor.example")]
    [TestCase("&iss=https%3A%2F%2Fapi.vendor.example%2Fv1")]
    [TestCase("&more=1#fragment")]
    public void Answer_to_this_request_is_allowed(string rest)
    {
        var request = Create();

        Assert.That(request.Read($"{Redirect}?code=FAKE-code&state={StateOf(request)}{rest}"), Is.InstanceOf<AuthorizationAnswer.Allowed>());
    }

    [TestCase("")]
    [TestCase("FAKE-code")]
    [TestCase("?code=FAKE-code")]
    [TestCase("?code=FAKE-code&state=")]
    [TestCase("?code=FAKE-code&state=another")]
    [TestCase("?code=FAKE-code&state=[state]&state=[state]")]
    [TestCase("?code=FAKE-code&state=[state]x")]
    [TestCase("?code=FAKE-code&state=[state]&iss=https%3A%2F%2Fevil.example")]
    [TestCase("?code=FAKE-code&state=[state]&iss=login.vendor.example")]
    [TestCase("?error=access_denied&state=another")]
    public void Answer_to_another_request_is_foreign(string answer)
    {
        var request = Create();

        Assert.That(request.Read(answer.Replace("[state]", StateOf(request), StringComparison.Ordinal)), Is.InstanceOf<AuthorizationAnswer.Foreign>());
    }

    [Test]
    public void Address_too_long_to_be_one_is_foreign()
    {
        var request = Create();

        Assert.That(request.Read($"?code={new string('a', 20_000)}&state={StateOf(request)}"), Is.InstanceOf<AuthorizationAnswer.Foreign>());
    }

    [Test]
    public void Person_who_says_no_is_heard()
    {
        var request = Create();

        Assert.That(request.Read($"?error=access_denied&state={StateOf(request)}"), Is.InstanceOf<AuthorizationAnswer.Denied>());
    }

    [TestCase("error=invalid_scope", "invalid_scope")]
    [TestCase("error=%1B%5B2J", "error")]
    [TestCase("code=", "error")]
    [TestCase("code=two%0Alines", "error")]
    public void Error_is_told_in_known_words_only(string query, string told)
    {
        var request = Create();

        Assert.That(request.Read($"?{query}&state={StateOf(request)}"), Is.EqualTo(new AuthorizationAnswer.Refused(told)));
    }

    private AuthorizationRequest Create() => AuthorizationRequest.Create(Settings, Redirect, _ids);

    private static string StateOf(AuthorizationRequest request) => AuthorizationQuery.Read(request.Url.AbsoluteUri)!["state"];
}
