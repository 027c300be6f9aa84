using System.Text.Json;
using ChatAuth.Channels.Discord;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Requests as they are written, against Discord's own description.</summary>
internal sealed class DiscordRequestTests
{
    private const string Guild = "800000000000000001";

    private static readonly DiscordRow Buttons =
        new([new(2) { CustomId = "token", Label = "Pin", Style = 2, Disabled = true }, new(2) { Url = "https://example.com", Label = "Docs", Style = 5 }]);

    private static readonly DiscordRow Menu =
        new([new(3) { CustomId = "menu", Placeholder = "Model", Options = [new("Opus", "1") { Description = "work" }, new("Sonnet", "2")] }]);

    private static readonly DiscordMessage Full = new("hi")
    {
        Components = [Buttons, Menu], Flags = DiscordMessage.Ephemeral, Nonce = "0123456789abcdef",
    };

    private static readonly DiscordCommand Model = new("model", "Choose the model")
    {
        Options = [new(3, "choice", "What to choose") { Autocomplete = true, MaxLength = 200 }, new(5, "public", "Show it to everybody") { Required = false }],
    };

    private static IEnumerable<DiscordRequest> Requests =>
    [
        To(new(1)),
        To(new(4) { Data = DiscordResponseData.Of(Full) }),
        To(new(5) { Data = new() { Flags = DiscordMessage.Ephemeral } }),
        To(new(6)),
        To(new(7) { Data = DiscordResponseData.Of(Hi) }),
        To(new(8) { Data = new() { Choices = [new("Opus", "opus")] } }),
        Edit(),
        new DiscordRequest.EditOriginal(Application, "t", Full),
        new DiscordRequest.FollowUp(Application, "t", Full),
        Message(),
        new DiscordRequest.CreateMessage("1", Full),
        new DiscordRequest.OpenDirectMessages("900000000000000001"),
        new DiscordRequest.GetCommands(Application, null),
        new DiscordRequest.GetCommands(Application, Guild),
        new DiscordRequest.SetCommands(Application, null, [Model with { Contexts = [0, 1], IntegrationTypes = [0, 1] }]),
        new DiscordRequest.SetCommands(Application, Guild, [Model]),
        new DiscordRequest.GetApplication(),
    ];

    private static DiscordRequest To(DiscordResponse response) => new DiscordRequest.Respond("900000000000000001", "t", response);

    [TestCaseSource(nameof(Requests))]
    public void Request_is_one_of_its_operations(DiscordRequest request)
    {
        var (spec, route) = (RequestSpec.Read(), DiscordRoute.Of(request));

        var operation = spec.Find(route.Method.Method.ToLowerInvariant(), "/" + route.CalledPath);
        var body = DiscordJson.BodyOf(request);

        Assert.That(operation, Is.Not.Null);
        Assert.That(operation!.Value.TryGetProperty("requestBody", out _), Is.EqualTo(body is not null));
        if (body is not null) Assert.That(spec.FaultsOf(operation.Value, JsonElement.Parse(body)), Is.Empty);
    }

    [TestCaseSource(nameof(Requests))]
    public void Proof_is_the_one_that_the_operation_asks_for(DiscordRequest request)
    {
        var (spec, route) = (RequestSpec.Read(), DiscordRoute.Of(request));

        var security = spec.Find(route.Method.Method.ToLowerInvariant(), "/" + route.CalledPath)!.Value.GetProperty("security");

        Assert.That(security.EnumerateArray().Any(one => !one.EnumerateObject().Any()), Is.Not.EqualTo(route.IsBots));
    }

    [Test]
    public void Every_request_is_tried()
    {
        var kinds = typeof(DiscordRequest).GetNestedTypes();

        Assert.That(Requests.Select(request => request.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [Test]
    public void Spec_finds_what_is_missing_unknown_too_long_or_of_another_type()
    {
        var spec = RequestSpec.Read();
        var body = JsonElement.Parse($$$"""{"content":"{{{new string('x', 4001)}}}","flags":"none","txt":1,"message_reference":{},"components":[{"type":1,"components":[]}]}""");

        var faults = spec.FaultsOf(spec.Find("post", "/channels/1/messages")!.Value, body);

        Assert.That(faults, Is.EqualTo(new[]
        {
            "body.content has 4001", "body.flags has the wrong type", "body.txt is unknown", "body.message_reference has the wrong type", "body.components[0].components has 0",
        }));
    }

    [Test]
    public void Message_is_written_in_snake_case_without_what_it_has_not() =>
        Assert.That(DiscordJson.BodyOf(new DiscordRequest.CreateMessage("1", Hi with { Nonce = "n" })), Is.EqualTo(
            """{"content":"hi","components":[],"flags":4,"allowed_mentions":{"parse":[]},"nonce":"n","enforce_nonce":true}"""u8.ToArray()));

    [TestCaseSource(nameof(Requests))]
    public void Request_prints_as_its_name(DiscordRequest request) => Assert.That(request.ToString(), Is.EqualTo(request.GetType().Name));
}
