using System.Text;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Tests.Credentials;

internal sealed class ProviderVariablesTests
{
    [Test]
    public void Every_name_belongs_to_one_provider()
    {
        Assert.That(ProviderVariables.All.SelectMany(provider => provider.Names), Is.Unique);
        Assert.That(ProviderVariables.All.Select(provider => provider.Provider), Is.Unique);
    }

    [TestCase("HTTPS_PROXY")]
    [TestCase("ANTHROPIC_BASE_URL")]
    [TestCase("LD_PRELOAD")]
    [TestCase("DOTNET_STARTUP_HOOKS")]
    [TestCase("PATH")]
    [TestCase("CHATAUTH_STATE_DIR")]
    [TestCase("CHATAUTH__AUTH__LOGINSHELL")]
    [TestCase("OPENAI_API_KEY2")]
    public void Dangerous_and_similar_names_are_not_of_the_table(string name) =>
        Assert.That(ProviderVariables.FindName(Encoding.ASCII.GetBytes(name)), Is.Null);

    [TestCase("ANTHROPIC_OAUTH_TOKEN", "token")]
    [TestCase("ANTHROPIC_API_KEY", "api_key")]
    [TestCase("GH_TOKEN", "api_key")]
    public void Kind_follows_from_the_name(string name, string kind) =>
        Assert.That(ProviderVariables.CredentialOf(name, null).Kind, Is.EqualTo(kind));
}
