using System.Globalization;
using System.Text.Json;
using ChatAuth.Configuration;
using ChatAuth.Core.Hosting;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class ShippedConfigurationTests
{
    private static readonly ProcessEnvironment Nothing = new(new Dictionary<string, string>(), "/nonexistent");

    private static ChatAuthSettings Settings => ChatAuthConfiguration.Load(null, null, Nothing).Settings;

    [TestCase("opus", "anthropic/claude-opus-4-5")]
    [TestCase("sonnet", "anthropic/claude-sonnet-4-5")]
    [TestCase("haiku", "anthropic/claude-haiku-4-5")]
    [TestCase("gpt", "openai/gpt-5.2")]
    [TestCase("gpt-mini", "openai/gpt-5-mini")]
    [TestCase("gemini", "google/gemini-3-pro-preview")]
    [TestCase("gemini-flash", "google/gemini-3-flash-preview")]
    [TestCase("echo", "demo/echo")]
    public void Shipped_alias_names(string alias, string model)
    {
        var aliases = Settings.Catalog.Aliases;

        Assert.That(aliases[alias].Ref.ToString(), Is.EqualTo(model));
    }

    [Test]
    public void Shipped_configuration_permits_nobody_and_presets_nothing()
    {
        var settings = Settings;

        Assert.That(settings.AccessRules, Is.Empty);
        Assert.That(settings.Profiles, Is.Empty);
        Assert.That(settings.Rules, Is.Empty);
    }

    [Test]
    public void Shipped_file_is_the_embedded_one()
    {
        using var stream = typeof(ChatAuthConfiguration).Assembly.GetManifestResourceStream("ChatAuth.appsettings.json")!;

        Assert.That(new StreamReader(stream).ReadToEnd(), Is.EqualTo(Repository.Read("appsettings.json")));
    }

    [Test]
    public void Shipped_file_states_every_default_of_the_code()
    {
        using var shipped = JsonDocument.Parse(Repository.Read("appsettings.json"));
        var keys = OptionKey.All.Where(key =>
            !key.Path.Contains('*', StringComparison.Ordinal) && key.Path is not ("Model:Default" or "Models" or "Auth:OAuth"));

        var stated = keys.Select(key => (key.Path, Show(Find(shipped.RootElement, "ChatAuth:" + key.Path))));

        Assert.That(stated, Is.EqualTo(keys.Select(key => (key.Path, key.ShownDefault))));
    }

    private static JsonElement Find(JsonElement element, string path) =>
        path.Split(':').Aggregate(element, (place, key) => place.GetProperty(key));

    private static string Show(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => "none",
        JsonValueKind.Array => $"`{element.GetRawText()}`",
        JsonValueKind.Number => $"`{element.GetDouble().ToString(CultureInfo.InvariantCulture)}`",
        _ => $"`{element.ToString().ToLowerInvariant()}`",
    };
}
