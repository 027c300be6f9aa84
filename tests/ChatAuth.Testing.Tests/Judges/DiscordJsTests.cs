using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Tests.Discord;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Testing.Tests.Judges;

/// <summary>discord.js knows nothing of us: it takes the fake for Discord, and what we build for its own.</summary>
internal sealed class DiscordJsTests : FakeDiscordTest
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task Its_client_takes_the_fake_for_Discord()
    {
        var interaction = Channel.Slash(Ada, "model");
        Server.Faults.RateLimit(TimeSpan.FromSeconds(0.2), "user", FakeDiscordRoutes.CreateMessage);

        var saw = await RestAsync(interaction);

        Assert.That($"{saw["me"]}", Is.EqualTo(Server.ApplicationId));
        Assert.That(Text(saw["set"]), Is.EqualTo("""["model"]"""));
        Assert.That($"{saw["got"]![0]}", Is.EqualTo($"{Server.CommandsOf().Single()["id"]}"));
        Assert.That(Text(saw["sent"]), Is.EqualTo($$"""{"id":"{{Channel.Messages[0].Id}}","label":"Opus"}"""));
        Assert.That(Text(saw["answered"]), Is.EqualTo($$"""{"id":"{{interaction.Id}}","thinking":true}"""));
        Assert.That($"{saw["edited"]} {saw["followed"]}", Is.EqualTo("Answer More"));
        Assert.That(interaction.Messages.Select(message => message.Content), Is.EqualTo(new[] { "Answer", "More" }));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Its_client_reads_the_refusals_of_the_fake()
    {
        var saw = await RestAsync(Channel.Slash(Ada, "model"));

        Assert.That(Refusal(saw, "twice"), Is.EqualTo("400 40060 Interaction has already been acknowledged."));
        Assert.That(Refusal(saw, "long"), Is.EqualTo("400 50035 Invalid Form Body\ncontent[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length."));
        Assert.That(Refusal(saw, "empty"), Is.EqualTo("400 50006 Cannot send an empty message"));
        Assert.That(Refusal(saw, "unknown"), Is.EqualTo("404 10003 Unknown Channel"));
        Assert.That(Refusal(saw, "token"), Is.EqualTo("401 0 401: Unauthorized"));
    }

    [TestCase("user", false)]
    [TestCase("global", true)]
    [TestCase("shared", false)]
    public async Task Its_client_waits_as_the_fake_says(string scope, bool isGlobal)
    {
        Server.Faults.RateLimit(TimeSpan.FromSeconds(0.2), scope, FakeDiscordRoutes.CreateMessage);

        var saw = await RestAsync(Channel.Slash(Ada, "model"));

        Assert.That(saw["limits"]![0]!["retryAfter"]!.GetValue<double>(), Is.GreaterThanOrEqualTo(1000), "The header counts whole seconds, upwards.");
        Assert.That($"{saw["limits"]![0]!["scope"]} {saw["limits"]![0]!["global"]}", Is.EqualTo($"{scope} {(isGlobal ? "true" : "false")}"));
        Assert.That(Channel.Messages[0].Content, Is.EqualTo("Which?"));
    }

    [Test]
    public async Task Its_builders_accept_what_ChatAuth_sends()
    {
        var command = new DiscordCommand("model", "Choose the model")
        {
            Options = [new DiscordCommandOption(3, "choice", "What") { Autocomplete = true, MaxLength = 200 }, new DiscordCommandOption(5, "public", "Show to all")],
            Contexts = [0, 1, 2],
            IntegrationTypes = [0, 1],
        };
        var message = new DiscordMessage("Which?")
        {
            Components =
            [
                new([new DiscordComponent(2) { CustomId = "a", Label = "Opus", Style = 1 }, new DiscordComponent(2) { Url = "https://example.com/", Label = "Help", Style = 5 }]),
                new([new DiscordComponent(3) { CustomId = "m", Placeholder = "Account", Options = [new("Work", "w") { Description = "pays" }] }]),
            ],
        };

        var said = await FormsAsync(new JsonObject
        {
            ["commands"] = ChatAuthJson.Of(new DiscordRequest.SetCommands("1", null, [command])),
            ["rows"] = ChatAuthJson.Of(new DiscordRequest.CreateMessage("1", message))!["components"]!.DeepClone(),
        });

        Assert.That(Text(said), Is.EqualTo("""{"commands":["accepted"],"rows":["accepted","accepted"]}"""));
    }

    [Test]
    public async Task Its_builders_accept_the_registered_commands_and_the_rows_of_replies()
    {
        var rows = await RowsOfRepliesAsync(null, "list", "status", "opus@work", "why", "history", "help");

        var said = await FormsAsync(new JsonObject { ["commands"] = ChatAuthJson.Commands, ["rows"] = rows });

        Assert.That(rows, Has.Count.GreaterThan(6));
        Assert.That(said["commands"]!.AsArray().Concat(said["rows"]!.AsArray()).Select(one => $"{one}"), Has.All.EqualTo("accepted"));
    }

    [Test]
    public async Task Its_builders_refuse_what_the_fake_refuses()
    {
        object[] commands =
        [
            new { name = "Model", description = "x" }, new { name = "x", description = "" },
            new { name = "x", description = "x", options = new object[] { new { type = 3, name = "a", description = "x" }, new { type = 3, name = "B", description = "x" } } },
        ];
        object[] rows =
        [
            Row(new { type = 2, style = 1, label = new string('x', 81), custom_id = "a" }), Row(new { type = 2, style = 1, label = "x", custom_id = new string('x', 101) }),
            Row(new { type = 2, style = 5, label = "x", url = "https://example.com", custom_id = "a" }),
            Row(new { type = 3, custom_id = "m", options = Enumerable.Range(0, 26).Select(i => new { label = "x", value = $"{i}" }).ToArray() }),
            Row(new { type = 3, custom_id = "m", placeholder = new string('x', 151), options = new[] { new { label = "x", value = "x" } } }),
            Row(new { type = 3, custom_id = "m", options = new[] { new { label = new string('x', 101), value = "x" } } }),
        ];

        var said = await FormsAsync(JsonSerializer.SerializeToNode(new { commands, rows })!);

        Assert.That(said["commands"]!.AsArray().Concat(said["rows"]!.AsArray()).Select(one => $"{one}"), Has.All.StartsWith("refused"));
        foreach (var command in commands) Assert.That(await AppClient.RefusalAsync(App.SetCommandsAsync(command)), Does.StartWith("400 50035"));
        foreach (var row in rows) Assert.That(await RowRefusalAsync(row), Does.StartWith("400 50035"));
    }

    /// <summary>What can be tapped in the replies to <c>/model</c> with these choices.</summary>
    private async Task<JsonArray> RowsOfRepliesAsync(params string?[] choices)
    {
        await using var world = new TestWorld(settings => settings with { AccessRules = [new AccessRule("private", false, Rights.All, null, null, ConversationPattern.Private)] }, time: Time);
        world.Credentials.Login("anthropic:work").Login("anthropic:spare").Key("openai:team");
        var channel = new DiscordChannel(world.Chat, world.Services.GetRequiredService<ICompletionSource>(), Mock.Of<IDiscordSender>(), time: Time);
        var rows = new JsonArray();
        foreach (var choice in choices)
        {
            var typed = Server.DirectMessages(Ada).Slash(Ada, "model", choice is null ? [] : [("choice", choice)]);
            var reply = ChatAuthJson.Of(await channel.HandleAsync(Encoding.UTF8.GetBytes(typed.Json)));
            foreach (var row in reply["data"]!["components"]!.AsArray()) rows.Add(row!.DeepClone());
        }
        return rows;
    }

    private Task<string> RowRefusalAsync(object row)
    {
        Time.Advance(TimeSpan.FromSeconds(5));
        return AppClient.RefusalAsync(App.MessageAsync(Channel, new { content = "x", components = new[] { row } }));
    }

    private async Task<JsonNode> RestAsync(FakeDiscordInteraction interaction)
    {
        using var judge = await NodeJudge.StartAsync("discord", "rest", $"{Server.BaseUrl}api", Server.Token, Server.ApplicationId, Channel.Id, interaction.Id, interaction.Token);
        return await judge.SawAsync();
    }

    private static async Task<JsonNode> FormsAsync(JsonNode forms)
    {
        using var file = new TemporaryFile(forms.ToJsonString());
        using var judge = await NodeJudge.StartAsync("discord", "forms", file.Path);
        return await judge.SawAsync();
    }

    private static string Refusal(JsonNode saw, string name) =>
        saw["refusals"]![name] is JsonObject refusal ? $"{refusal["status"]} {refusal["code"]} {refusal["message"]}" : $"{saw["refusals"]![name]}";

    private static string Text(JsonNode? node) => node?.ToJsonString(Relaxed) ?? "";
}
