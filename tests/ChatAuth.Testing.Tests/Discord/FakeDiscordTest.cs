using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Tests.Discord;

/// <summary>A server, an application with its endpoint, and a person in a guild for each test.</summary>
internal abstract class FakeDiscordTest
{
    /// <summary>The commands of ChatAuth.</summary>
    protected const string Commands = """
        [{"name":"model","description":"Choose the model","type":1,"contexts":[0,1,2],"integration_types":[0,1],
          "options":[{"type":3,"name":"choice","description":"What","autocomplete":true,"max_length":200},
                     {"type":3,"name":"for","description":"How long"},{"type":5,"name":"public","description":"Show to all"}]},
         {"name":"ask","description":"Ask once","type":1,"contexts":[0,1,2],"integration_types":[0,1],
          "options":[{"type":3,"name":"prompt","description":"What","required":true},{"type":3,"name":"with","description":"Model","autocomplete":true}]}]
        """;

    protected FakeTime Time { get; private set; } = null!;

    protected FakeDiscordServer Server { get; private set; } = null!;

    protected AppClient App { get; private set; } = null!;

    protected AppEndpoint Endpoint { get; private set; } = null!;

    protected FakeDiscordUser Ada { get; private set; } = null!;

    protected FakeDiscordUser Bob { get; private set; } = null!;

    protected FakeDiscordGuild Guild { get; private set; } = null!;

    protected FakeDiscordChannel Channel { get; private set; } = null!;

    protected virtual FakeDiscordOptions Options => new();

    [SetUp]
    public async Task StartAsync()
    {
        Time = new FakeTime();
        Server = await FakeDiscordServer.StartAsync(Options with { Time = Time });
        App = new AppClient(Server);
        Endpoint = await AppEndpoint.StartAsync();
        Server.EndpointUrl = Endpoint.Url;
        Ada = Server.AddPerson("ada", "Ada");
        Bob = Server.AddPerson("bob");
        Guild = Server.AddGuild("Guild");
        Guild.Join(Ada);
        Guild.Join(Bob);
        Channel = Guild.AddChannel("general");
        Server.RegisterCommands(Commands);
    }

    [TearDown]
    public async Task StopAsync()
    {
        App.Dispose();
        await Endpoint.DisposeAsync();
        await Server.DisposeAsync();
    }

    protected static object Buttons(params string[] ids) => new[] { Row([.. ids.Select(id => new { type = 2, style = 1, label = $"Button {id}", custom_id = id })]) };

    protected static object Menu(params string[] values) =>
        new[] { Row(new { type = 3, custom_id = "menu", placeholder = "Choose", options = values.Select(value => new { label = $"Option {value}", value }).ToArray() }) };

    protected static object Row(params object[] components) => new { type = 1, components };
}
