using System.Text;
using System.Text.RegularExpressions;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Tests.Configuration;

/// <summary>The servers that <c>docs/configuration.md</c> shows are loaded as they stand there, and can be asked.</summary>
internal sealed partial class CompatibleServersPageTests
{
    private static IEnumerable<TestCaseData> Shown
    {
        get
        {
            var page = Repository.Read("docs/configuration.md");
            var part = page[page.IndexOf("<!-- compatible -->", StringComparison.Ordinal)..page.IndexOf("<!-- /compatible -->", StringComparison.Ordinal)];
            return Block().Matches(part).Select(block => new TestCaseData(block.Groups[1].Value).SetArgDisplayNames(Id().Match(block.Value).Groups[1].Value));
        }
    }

    [TestCaseSource(nameof(Shown))]
    public async Task Server_of_the_page_can_be_asked(string json)
    {
        using var state = new TemporaryState();
        await using var services = new ServiceCollection().AddChatAuth(state.Host(json)).BuildServiceProvider();
        var provider = ProviderId.Parse(Id().Match(json).Groups[1].Value);

        var endpoint = services.GetRequiredService<ChatAuthSettings>().Catalog.FindEndpoint(provider);

        Assert.That(services.GetRequiredService<RosterSource>().FindProvider(provider), Is.Not.Null);
        Assert.That(endpoint!.BaseUrl!.AbsolutePath, Does.EndWith("/v1"));
    }

    [Test]
    public void Page_shows_three_servers() => Assert.That(Shown.Count(), Is.EqualTo(3));

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"Id\": \"([a-z]+)\"")]
    private static partial Regex Id();

    private sealed class TemporaryState : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chatauth-page-");

        public IConfiguration Host(string json) => new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)))
            .AddInMemoryCollection([new("ChatAuth:Storage:StateDirectory", _directory.FullName)])
            .Build();

        public void Dispose() => _directory.Delete(recursive: true);
    }
}
