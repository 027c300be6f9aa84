using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>The samples are what Telegram and a client library really send.</summary>
internal sealed class UpdateSamplesTests
{
    private static readonly Lazy<UpdateSpec> s_spec = new(UpdateSpec.Load);

    private static IEnumerable<string> Names => UpdateSample.Names;

    [TestCaseSource(nameof(Names))]
    public void Sample_is_an_update_of_the_described_api(string name)
    {
        var faults = s_spec.Value.Faults(UpdateSample.Text(name));

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Description_finds_a_field_that_the_api_does_not_have()
    {
        var faults = s_spec.Value.Faults("""{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":"1","type":"private"},"words":"x"}}""");

        Assert.That(faults, Is.EqualTo(new[] { "update.message.chat.id: no Integer", "update.message: no field words" }));
    }

    /// <summary>A library that writes an update down again may leave out what is false or zero.</summary>
    [TestCaseSource(nameof(Names))]
    public void Sample_without_its_default_values_is_read_the_same(string name)
    {
        var node = JsonNode.Parse(UpdateSample.Text(name))!;
        DropDefaults(node);

        var read = UpdateSample.ReadText(node.ToJsonString());

        Assert.That(Shown(read), Is.EqualTo(Shown(UpdateSample.Read(name))));
    }

    [TestCaseSource(nameof(Names))]
    public void Sample_is_read_the_same_out_of_a_list_of_updates(string name)
    {
        using var list = JsonDocument.Parse($"[{UpdateSample.Text(name)}]");

        var read = ChatAuth.Channels.Telegram.TelegramUpdateReader.Read(list.RootElement[0], UpdateSample.Bot);

        Assert.That(Shown(read), Is.EqualTo(Shown(UpdateSample.Read(name))));
    }

    private static string Shown(object read) => read.GetType().Name + JsonSerializer.Serialize(read, read.GetType());

    private static void DropDefaults(JsonNode node)
    {
        if (node is JsonArray array) foreach (var item in array.OfType<JsonNode>()) DropDefaults(item);
        if (node is not JsonObject record) return;
        foreach (var (name, value) in record.ToList())
        {
            if (value?.ToJsonString() is "false" or "0") record.Remove(name);
            else if (value is not null) DropDefaults(value);
        }
    }
}
