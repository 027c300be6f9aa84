using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class EndpointReaderTests
{
    [TestCase("https://llm.example.com/v1")]
    [TestCase("http://localhost:11434/v1")]
    [TestCase("http://127.0.0.1:1234")]
    [TestCase("http://[::1]:1234")]
    public void Address_that_is_safe_is_taken(string address)
    {
        var catalog = Written.Read(options =>
            options.Providers.Add(new() { Id = "local", BaseUrl = address, Api = "openai-completions" })).Catalog;

        var endpoint = catalog.FindEndpoint(ProviderId.Parse("local"))!;
        Assert.That(endpoint.BaseUrl, Is.EqualTo(new Uri(address)));
        Assert.That(endpoint.Api, Is.EqualTo("openai-completions"));
    }

    [TestCase("http://llm.example.com")]
    [TestCase("http://localhost.example.com")]
    [TestCase("https://user:password@llm.example.com")]
    [TestCase("https://llm.example.com/?key=1")]
    [TestCase("https://llm.example.com/#part")]
    [TestCase("ftp://llm.example.com")]
    [TestCase("file:///etc/passwd")]
    [TestCase("/v1")]
    [TestCase("llm.example.com")]
    public void Address_that_could_leak_a_key_is_refused(string address)
    {
        var problems = Written.ProblemsOf(options => options.Providers.Add(new() { Id = "local", BaseUrl = address }));

        Assert.That(problems, Is.EqualTo(new[]
        {
            "Providers[0].BaseUrl: must be an absolute https address, or http on this machine, without user, query and fragment",
        }));
    }

    [Test]
    public void Address_that_is_absent_is_the_vendors_own()
    {
        var catalog = Written.Read(options => options.Providers.Add(new() { Id = "openai" })).Catalog;

        Assert.That(catalog.FindEndpoint(ProviderId.Parse("openai"))!.BaseUrl, Is.Null);
    }

    [Test]
    public void Provider_that_stands_twice_under_two_spellings_is_refused()
    {
        var problems = Written.ProblemsOf(options => options.Providers = [new() { Id = "zai" }, new() { Id = "Z.AI" }]);

        Assert.That(problems, Is.EqualTo(new[] { "Providers[1].Id: must be unique; 'zai' stands before it" }));
    }
}
