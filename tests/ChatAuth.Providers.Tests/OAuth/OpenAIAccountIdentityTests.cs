using System.Buffers.Text;
using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Providers.OAuth;

namespace ChatAuth.Providers.Tests.OAuth;

internal sealed class OpenAIAccountIdentityTests
{
    private static readonly ProviderId Codex = ProviderId.Parse("openai-codex");

    [Test]
    public async Task Token_names_its_account()
    {
        var answer = await AskAsync(Jwt(
            """{"https://api.openai.com/auth":{"chatgpt_account_id":"fake-account"},"https://api.openai.com/profile":{"email":"me@example.com"}}"""));

        Assert.That(answer, Is.EqualTo(new AccountAnswer.Stated("fake-account", "me@example.com")));
    }

    [TestCase("{}")]
    [TestCase("""{"https://api.openai.com/auth":{}}""")]
    [TestCase("""{"https://api.openai.com/auth":{"chatgpt_account_id":""}}""")]
    [TestCase("""{"https://api.openai.com/auth":{"chatgpt_account_id":["fake"]}}""")]
    [TestCase("""{"chatgpt_account_id":"fake-account"}""")]
    public async Task Token_without_the_claim_names_nobody(string claims) =>
        Assert.That(await AskAsync(Jwt(claims)), Is.InstanceOf<AccountAnswer.Unknown>());

    [Test]
    public async Task Opaque_token_names_nobody() => Assert.That(await AskAsync("FAKE-opaque"), Is.InstanceOf<AccountAnswer.Unknown>());

    [TestCase("openai-codex", ExpectedResult = true)]
    [TestCase("openai", ExpectedResult = true)]
    [TestCase("anthropic", ExpectedResult = false)]
    public bool Tokens_of_OpenAI_are_known(string provider) => new OpenAIAccountIdentity().Serves(ProviderId.Parse(provider));

    private static Task<AccountAnswer> AskAsync(string token)
    {
        Assert.That(Secret.TryCreate(token, out var secret));
        return new OpenAIAccountIdentity().IdentifyAsync(Codex, secret!, default);
    }

    private static string Jwt(string claims) => $"FAKE.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.FAKE";
}
