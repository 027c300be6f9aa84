namespace ChatAuth.Testing.Tests.Discord;

internal sealed class CommandRefusalTests : FakeDiscordTest
{
    private static readonly string Long = new('x', 101);

    private static IEnumerable<TestCaseData> Bad =>
    [
        Case("400 50035 0.name: Command name is invalid", new { name = "Model", description = "x" }),
        Case("400 50035 0.name: Command name is invalid", new { name = "a b", description = "x" }),
        Case("400 50035 0.name: Must be between 1 and 32 in length.", new { name = new string('x', 33), description = "x" }),
        Case("400 50035 0.description: Must be between 1 and 100 in length.", new { name = "x", description = "" }),
        Case("400 50035 0.description: Must be between 1 and 100 in length.", new { name = "x", description = Long }),
        Case("400 50035 0.options: Must be between 0 and 25 in length.", With([.. Enumerable.Range(0, 26).Select(i => Text($"o{i}"))])),
        Case("400 50035 0.options.0.name: Command name is invalid", With(Text("Choice"))),
        Case("400 50035 0.options.1: Required options must be placed before non-required options", With(Text("a"), new { type = 3, name = "b", description = "x", required = true })),
        Case("400 50035 0.options: Option names must be unique", With(Text("a"), Text("a"))),
        Case("400 50035 0.options.0.choices: An option that is completed cannot have choices.", With(new { type = 3, name = "a", description = "x", autocomplete = true, choices = new[] { new { name = "x", value = "x" } } })),
        Case("400 50035 0.contexts: PRIVATE_CHANNEL needs USER_INSTALL.", new { name = "x", description = "x", contexts = new[] { 2 }, integration_types = new[] { 0 } }),
        Case("400 50035 0: Command exceeds maximum size (8000)", With([.. Enumerable.Range(0, 25).Select(i => Full($"o{i}"))])),
    ];

    [TestCaseSource(nameof(Bad))]
    public async Task<string> Bad_command_is_refused(object command) => await AppClient.RefusalAsync(App.SetCommandsAsync(command));

    [Test]
    public async Task Two_commands_of_one_name_are_refused() =>
        Assert.That(await AppClient.RefusalAsync(App.SetCommandsAsync(Plain("a"), Plain("a"))), Is.EqualTo("400 50035 1: Application command names must be unique"));

    [Test]
    public async Task Hundred_commands_are_enough()
    {
        Assert.That(await AppClient.RefusalAsync(App.SetCommandsAsync([.. Enumerable.Range(0, 100).Select(i => Plain($"c{i}"))])), Is.EqualTo("done"));
        Assert.That(await AppClient.RefusalAsync(App.SetCommandsAsync([.. Enumerable.Range(0, 101).Select(i => Plain($"c{i}"))])), Does.StartWith("400 30032"));
    }

    [Test]
    public async Task Two_hundred_creates_a_day_are_enough()
    {
        foreach (var name in "abcd") await App.SetCommandsAsync([.. Enumerable.Range(0, 49).Select(i => Plain($"{name}{i}"))]);
        Time.Advance(TimeSpan.FromHours(1));

        Assert.That(await AppClient.RefusalAsync(App.SetCommandsAsync([.. Enumerable.Range(0, 5).Select(i => Plain($"e{i}"))])), Does.StartWith("400 30034"));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.That(await AppClient.RefusalAsync(App.SetCommandsAsync([.. Enumerable.Range(0, 5).Select(i => Plain($"e{i}"))])), Is.EqualTo("done"));
    }

    [Test]
    public async Task Guild_command_names_no_places()
    {
        var path = $"applications/{Server.ApplicationId}/guilds/{Guild.Id}/commands";

        Assert.That(await AppClient.RefusalAsync(App.SendAsync(HttpMethod.Put, path, new[] { new { name = "x", description = "x", contexts = new[] { 0 } } })), Does.StartWith("400 50035 0.contexts"));
        Assert.That(await AppClient.RefusalAsync(App.SendAsync(HttpMethod.Put, path, new[] { Plain("x") })), Is.EqualTo("done"));
        Assert.That(Channel.OfferedTo(Ada), Is.EqualTo(new[] { "x", "model", "ask" }));
        Assert.That(Server.CommandsOf(Guild).Single()["guild_id"]!.GetValue<string>(), Is.EqualTo(Guild.Id));
    }

    [Test]
    public async Task Command_keeps_its_id_when_it_is_set_again()
    {
        var before = Server.CommandsOf()[0]["id"]!.GetValue<string>();

        await App.SetCommandsAsync(new { name = "model", description = "other" });

        Assert.That($"{Server.CommandsOf().Single()["id"]}", Is.EqualTo(before));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Commands_are_refused_without_the_token_or_for_another_application()
    {
        using var stranger = new AppClient(Server, "FAKE-other");

        Assert.That(await AppClient.RefusalAsync(stranger.SetCommandsAsync()), Is.EqualTo("401 0 401: Unauthorized"));
        Assert.That(await AppClient.RefusalAsync(App.SendAsync(HttpMethod.Get, "applications/1/commands")), Does.StartWith("403 20012"));
    }

    private static TestCaseData Case(string refusal, object command) => new TestCaseData(command).Returns(refusal);

    private static object Plain(string name) => new { name, description = "x" };

    private static object With(params object[] options) => new { name = "x", description = "x", options };

    private static object Text(string name) => new { type = 3, name, description = "x" };

    private static object Full(string name) =>
        new { type = 3, name, description = new string('d', 100), choices = new[] { 1, 2, 3 }.Select(i => new { name = new string('n', 100), value = $"{i}".PadLeft(100, 'v') }).ToArray() };
}
