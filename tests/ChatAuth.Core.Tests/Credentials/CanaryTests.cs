using System.Text.Json;
using ChatAuth.Channels;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>No six characters of a secret leave by a reply, the log, an exception, the history or the database, whatever is typed and whatever breaks.</summary>
internal sealed class CanaryTests
{
    private static readonly string[] Commands =
    [
        "/model", "/model list", "/model status", "/model why", "/model history", "/model help", "/model opus@key", "/model opus@token", "/model opus@login",
        "/model @login for 2h", "/model opus ?", "/model clear @key", "/model test", "/model test opus@key", "/model test opus@login", "/model unpin", "/model undo", "/model reset",
        "/model inherit", "/model allow", "/model deny", "/model nothing", "/model opus@nobody", "/model claim wrong", "/nothing", "/opus@key hello", "hello",
    ];

    private static readonly string[] Carriers =
    [
        "{0}", "my key is {0}, please keep it", "/model {0}", "/model opus@{0}", "/model @{0}", "/opus@{0}", "/opus@{0} hello", "/opus {0}", "/model claim {0}",
        "/{0}", "/model list {0}", "/model opus for {0}", "/model test {0}", "ANTHROPIC_API_KEY={0}", "```\n{0}\n```", "\"{0}\"", "x\u200B{0}",
    ];

    private readonly CollectedLog _log = new();
    private DirectoryInfo _directory = null!;
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("chatauth-canary-");
        _world = new TestWorld(null, services => services
            .AddSingleton(_log)
            .AddSingleton(typeof(ILogger<>), typeof(CollectingLogger<>))
            .AddChatAuthSqlite(Path.Combine(_directory.FullName, "chatauth.db")));
        _world.Credentials
            .Key("anthropic:key", Canary.ApiKey)
            .Token("anthropic:token", text: Canary.Token)
            .Put("anthropic:login", new Credential.OAuth(Secret(Canary.Access), Secret(Canary.Refresh), null));
    }

    [TearDown]
    public async Task TearDown()
    {
        await _world.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private static IEnumerable<Func<Exception>?> Faults() =>
    [
        null,
        () => new VendorException(ErrorCode.VendorRefused, FailureReason.Auth, inner: Echo()),
        () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing, inner: Echo()),
        () => new VendorException(ErrorCode.VendorTimeout, FailureReason.Timeout, mayHaveBeenCharged: true, inner: Echo()),
        Echo,
        () => new InvalidOperationException(Canary.Refresh, Echo()),
    ];

    [Test]
    public void Any_six_characters_of_a_tail_give_the_alarm_and_a_public_prefix_gives_none()
    {
        Assert.That(Canary.All.Select(secret => Canary.FoundIn($"… {secret[^6..]} …").Count()), Is.All.EqualTo(1));
        Assert.That(Canary.FoundIn("sk-ant-api03-FAKE"), Is.Empty);
    }

    [Test]
    public async Task Nothing_of_a_secret_gets_out_whatever_the_vendor_throws([ValueSource(nameof(Faults))] Func<Exception>? fault, [Values(0, 1)] int parts)
    {
        _world.Vendor.PartsBeforeFailure = parts;
        foreach (var id in (string[])["anthropic:key", "anthropic:token", "anthropic:login"]) _world.Vendor.Fail(id, fault);

        foreach (var context in new[] { _world.Operator(), _world.Private(43), _world.Shared(43) })
        {
            foreach (var command in Commands) await SayAsync(command, context with { Cause = new($"{context.Cause}-{command}") });
        }

        await AssertNothingIsKeptAsync();
    }

    [Test]
    public async Task Secret_that_is_typed_goes_nowhere([ValueSource(nameof(Carriers))] string carrier)
    {
        foreach (var secret in Canary.All)
        {
            foreach (var context in new[] { _world.Operator(), _world.Private(43), _world.Shared(43) })
            {
                var reply = await SayAsync(string.Format(null, carrier, secret), context with { Cause = new($"{context.Cause}-{secret.Length}") });

                Assert.That((reply as CommandReply.Failed)?.Code, Is.EqualTo(ErrorCode.SecretInMessage));
            }
        }

        Assert.That(_world.Vendor.Seen, Is.Empty);
        await AssertNothingIsKeptAsync();
    }

    [Test]
    public async Task Store_that_quotes_a_secret_when_it_breaks_is_not_quoted_further()
    {
        Exception[] faults = [Echo(), new ChatAuthException(ErrorCode.StoreDamaged, "line 3", Echo()), new JsonException(Canary.Token, Echo())];
        foreach (var fault in faults)
        {
            _world.Credentials.Fault = fault;
            foreach (var command in Commands) await SayAsync(command, _world.Operator());
        }

        Assert.That(_log.Lines, Is.Not.Empty, "the log is looked at");
        await AssertNothingIsKeptAsync();
    }

    private static HttpRequestException Echo() => new($"401: invalid x-api-key {Canary.ApiKey}, Bearer {Canary.Token}, {Canary.Access}");

    private static Secret? Secret(string text) => Core.Credentials.Secret.TryCreate(text, out var secret) ? secret : null;

    /// <summary>Both doors and the stream, as bots use them; everything that comes out is searched.</summary>
    private async Task<CommandReply?> SayAsync(string text, CommandContext context)
    {
        var handled = await _world.Handle(text, context);
        Search(handled);
        if (handled is not HandleResult.AskModel ask) return (handled as HandleResult.Handled)?.Reply;

        ChatMessage[] messages = [new(ChatRole.User, ask.Text)];
        Search(await _world.Chat.AskAsync(context, messages, ask.Choice));
        await foreach (var update in _world.Chat.AskStreamingAsync(context with { Cause = new($"{context.Cause}-stream") }, messages, ask.Choice)) Search(update);
        try
        {
            await _world.Chat.GetChatClient(context with { Cause = new($"{context.Cause}-client") }).GetResponseAsync(messages);
        }
        catch (CredentialRefusedException refused)
        {
            Assert.That(Canary.FoundIn(refused.ToString()), Is.Empty);
        }
        return null;
    }

    private static void Search<T>(T result)
    {
        var reply = result switch
        {
            HandleResult.Handled handled => handled.Reply,
            AskResult.Refused refused => refused.Reply,
            AskUpdate.Refused refused => refused.Reply,
            AskUpdate.BrokeOff broken => broken.Reply,
            _ => null,
        };
        Assert.That(Canary.FoundIn($"{result} {reply} {reply?.ToPlainText()}"), Is.Empty);
        if (reply is not null) Assert.That(Canary.FoundIn(JsonSerializer.Serialize<object>(reply)), Is.Empty);
    }

    private async Task AssertNothingIsKeptAsync()
    {
        foreach (var session in await _world.Sessions.ListAsync(100, default))
        {
            var history = await _world.Sessions.ListHistoryAsync(session.Key, 1000, default);
            Assert.That(Canary.FoundIn($"{session} {string.Join('\n', history)}"), Is.Empty);
        }
        Assert.That(_log.Lines.SelectMany(Canary.FoundIn), Is.Empty);
        foreach (var file in _directory.EnumerateFiles()) Assert.That(Canary.FoundIn(await ReadAsync(file)), Is.Empty, file.Name);
    }

    private static async Task<byte[]> ReadAsync(FileInfo file)
    {
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
