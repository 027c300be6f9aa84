using ChatAuth.Configuration;
using Microsoft.Extensions.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class ConfigurationLayersTests
{
    [Test]
    public void Host_gives_a_layer_for_each_provider()
    {
        var host = Root(Source("ChatAuth:Model:Default", "a/1"), Source("ChatAuth:Model:Default", "a/2"));

        var layers = ConfigurationLayers.ReadHost(host);

        Assert.That(layers.Select(layer => layer.Find("Model", "Default")), Is.EqualTo(new[] { "a/1", "a/2" }));
    }

    [Test]
    public void Host_that_chains_another_configuration_gives_its_layers_too()
    {
        var inner = Root(Source("ChatAuth:Model:Default", "a/1"), Source("ChatAuth:Model:Default", "a/2"));
        var host = new ConfigurationBuilder()
            .AddConfiguration(inner).AddInMemoryCollection(Source("chatauth:model:default", "a/3")).Build();

        var layers = ConfigurationLayers.ReadHost(host);

        Assert.That(layers.Select(layer => layer.Find("Model", "Default")), Is.EqualTo(new[] { "a/1", "a/2", "a/3" }));
    }

    [Test]
    public void Host_of_a_builder_gives_its_layers()
    {
        using var host = new ConfigurationManager();
        host.AddInMemoryCollection(Source("ChatAuth:Model:Fallbacks:1", "a/1"));
        host.AddInMemoryCollection(Source("ChatAuth:Model:Fallbacks:0", "a/2"));

        var layers = ConfigurationLayers.ReadHost(host);

        Assert.That(layers.Select(layer => layer.Find("Model", "Fallbacks", "1")), Does.Contain("a/1").And.Contain(null));
    }

    [Test]
    public void Host_that_is_a_section_is_one_layer()
    {
        var host = Root(Source("Bot:ChatAuth:Model:Default", "a/1")).GetSection("Bot");

        var layers = ConfigurationLayers.ReadHost(host);

        Assert.That(layers.Single().Find("Model", "Default"), Is.EqualTo("a/1"));
    }

    [Test]
    public void Host_that_is_absent_gives_no_layer()
    {
        var layers = ConfigurationLayers.ReadHost(null);

        Assert.That(layers, Is.Empty);
    }

    [Test]
    public void Variables_become_keys()
    {
        var layer = ConfigurationLayers.ReadEnvironment(new Dictionary<string, string>
        {
            ["CHATAUTH__AUTH__CONSENT__SAMEBILLING"] = "allow",
            ["ChatAuth__Model__Fallbacks__0"] = "demo/echo",
            ["CHATAUTH_STATE_DIR"] = "/x",
            ["MODEL__DEFAULT"] = "a/1",
        });

        Assert.That(layer.Leaves().Select(leaf => leaf.Value), Is.EquivalentTo(new[] { "allow", "demo/echo" }));
        Assert.That(layer.Find("Auth", "Consent", "SameBilling"), Is.EqualTo("allow"));
    }

    private static IConfigurationRoot Root(params Dictionary<string, string?>[] sources) => sources
        .Aggregate((IConfigurationBuilder)new ConfigurationBuilder(), (builder, source) => builder.AddInMemoryCollection(source))
        .Build();

    private static Dictionary<string, string?> Source(string key, string value) => new() { [key] = value };
}
