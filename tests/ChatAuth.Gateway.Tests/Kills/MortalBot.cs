using System.Globalization;
using System.Text.Json;
using ChatAuth.Gateway.Tests.Processes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>A bot as a process that can be killed and started anew, on a Telegram of the test's own: the demonstration's, or a real one. Everybody may do everything in private.</summary>
internal sealed class MortalBot : IAsyncDisposable
{
    private readonly GatewayProcess _gateway = new();
    private readonly string[] _arguments;
    private int _rules = 1;

    private MortalBot(FakeTelegramServer telegram, bool isDemo)
    {
        Telegram = telegram;
        _arguments = isDemo ? ["--demo"] : [];
        Database = new StateDatabase(Path.Combine(_gateway.State, isDemo ? "demo" : "", "chatauth.db"));
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["TELEGRAM__TOKEN"] = telegram.Token,
            ["TELEGRAM__BASEURL"] = $"{telegram.BaseUrl}",
            ["TELEGRAM__KEEPPACE"] = "false",
            ["ACCESS__RULES__0__ID"] = "everybody-in-private",
            ["ACCESS__RULES__0__RIGHTS__0"] = "all",
        })
        {
            _gateway.Environment[$"CHATAUTH__{name}"] = value;
        }
    }

    public FakeTelegramServer Telegram { get; }

    public StateDatabase Database { get; }

    public GatewayProcess Process => _gateway;

    /// <param name="install">Writes the state directory of a bot that calls vendors; null starts the demonstration.</param>
    public static async Task<MortalBot> StartAsync(Action<GatewayProcess>? install = null)
    {
        var bot = new MortalBot(await FakeTelegramServer.StartAsync(new FakeTelegramOptions { FloodLimit = false }), isDemo: install is null);
        install?.Invoke(bot.Process);
        await bot.LiveAsync();
        await bot.Telegram.WaitForRequestArrivalAsync("getUpdates");
        return bot;
    }

    /// <summary>What makes the first owner, as the process printed it.</summary>
    public string ClaimCommand() =>
        _gateway.Output.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("/model claim ", StringComparison.Ordinal));

    public Task LiveAsync() => _gateway.StartAsync(_arguments);

    /// <summary>Dies in the middle of whatever it does. What it alone could do may be done by the next at once, as it may be after the minute that a lease lasts.</summary>
    public async Task DieAsync()
    {
        await _gateway.KillAsync();
        Database.EndLeases();
    }

    /// <summary>Dies, is started again, and deals with everything that is told again.</summary>
    public async Task DieAndLiveAsync()
    {
        await DieAsync();
        await LiveAsync();
        await SettleAsync();
    }

    /// <summary>Waits until everything was dealt with and confirmed.</summary>
    public Task SettleAsync() => Telegram.WaitUntilConfirmedAsync(TimeSpan.FromSeconds(30));

    /// <summary>How often updates were fetched; a fetch that waits for one is none yet.</summary>
    public async Task<int> AnsweredFetchesAsync()
    {
        await Telegram.WaitForPollAsync();
        return Telegram.RequestsOf("getUpdates").Count(fetch => fetch.Status is not null);
    }

    /// <summary>Telegram tells its last update again, as if it had never been confirmed.</summary>
    public void TellLastAgain()
    {
        using var update = JsonDocument.Parse(Telegram.LastUpdate);
        Telegram.Redeliver(update.RootElement.GetProperty("update_id").GetInt64());
    }

    /// <summary>Somebody new, in a private chat that they have opened.</summary>
    public FakeChat NewChat(string name = "Ann") => Telegram.PrivateChat(Telegram.AddPerson(name)).AlreadyOpen();

    /// <summary>Everybody may do everything in a group, from the next start on.</summary>
    public void AdmitTo(FakeChat group)
    {
        var rule = $"CHATAUTH__ACCESS__RULES__{_rules++}__";
        _gateway.Environment[$"{rule}ID"] = $"everybody-in-{group.Id}";
        _gateway.Environment[$"{rule}RIGHTS__0"] = "all";
        _gateway.Environment[$"{rule}CONVERSATIONS__0"] = KeyOf(group);
    }

    /// <summary>The conversation's key in the database.</summary>
    public string KeyOf(FakeChat chat) => string.Create(CultureInfo.InvariantCulture, $"telegram:{Telegram.BotId}:{chat.Id}");

    /// <summary>What the database calls a message as the cause of what it did.</summary>
    public string CauseOf(FakeMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"telegram:{Telegram.BotId}:m:{message.Chat.Id}:{message.Id}");

    /// <inheritdoc cref="CauseOf(FakeMessage)"/>
    public string CauseOf(FakeTap tap) => string.Create(CultureInfo.InvariantCulture, $"telegram:{Telegram.BotId}:t:{tap.Id}");

    public async ValueTask DisposeAsync()
    {
        _gateway.Dispose();
        await Telegram.DisposeAsync();
    }
}
