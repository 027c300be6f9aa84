using System.Net;
using ChatAuth.Channels.Discord;
using Discord;
using Discord.Net;
using Moq;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>What the bot's own client is asked to send, and what its failures come to.</summary>
internal sealed class LibrarySenderTests
{
    private LibrarySender _sender = null!;
    private Mock<IDiscordClient> _client = null!;
    private Mock<IMessageChannel> _channel = null!;

    [SetUp]
    public void Open()
    {
        (_sender, _client, _channel) = (new(), new(), new());
        _client.Setup(client => client.GetChannelAsync(21, CacheMode.AllowDownload, It.IsAny<RequestOptions>())).ReturnsAsync(_channel.Object);
    }

    [Test]
    public async Task Message_is_said_without_pings_and_previews()
    {
        _sender.Use(_client.Object);

        var answer = await SendAsync();

        Assert.That(answer, Is.InstanceOf<DiscordAnswer.Done>());
        _channel.Verify(Saying(MessageFlags.SuppressEmbeds), Times.Once);
        _channel.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Refusal_keeps_its_status_and_code()
    {
        _sender.Use(_client.Object);
        _channel.Setup(Saying(MessageFlags.SuppressEmbeds)).ThrowsAsync(new HttpException(HttpStatusCode.Forbidden, Mock.Of<IRequest>(), DiscordErrorCode.InsufficientPermissions));

        Assert.That(await SendAsync(), Is.EqualTo(new DiscordAnswer.Refused(403, 50013)));
    }

    [Test]
    public async Task Network_that_failed_leaves_open_whether_it_arrived()
    {
        _sender.Use(_client.Object);
        _channel.Setup(Saying(MessageFlags.SuppressEmbeds)).ThrowsAsync(new HttpRequestException());

        Assert.That(await SendAsync(), Is.EqualTo(new DiscordAnswer.Unreachable(true)));
    }

    [Test]
    public async Task Direct_messages_are_opened_by_the_client()
    {
        _sender.Use(_client.Object);
        var person = new Mock<IUser>();
        person.Setup(user => user.CreateDMChannelAsync(It.IsAny<RequestOptions>())).ReturnsAsync(Mock.Of<IDMChannel>(channel => channel.Id == 31));
        _client.Setup(client => client.GetUserAsync(42, CacheMode.AllowDownload, It.IsAny<RequestOptions>())).ReturnsAsync(person.Object);

        var answer = (DiscordAnswer.Done)await _sender.SendAsync(new DiscordRequest.OpenDirectMessages("42"), default);

        Assert.That(answer.Result.GetProperty("id").GetString(), Is.EqualTo("31"));
    }

    [Test]
    public async Task Person_whom_nobody_knows_is_refused()
    {
        _sender.Use(_client.Object);

        Assert.That(await _sender.SendAsync(new DiscordRequest.OpenDirectMessages("42"), default), Is.EqualTo(new DiscordAnswer.Refused(404, 10013)));
    }

    [Test]
    public async Task Nothing_is_sent_before_there_is_a_client() => Assert.That(await SendAsync(), Is.EqualTo(new DiscordAnswer.Unreachable(false)));

    [Test]
    public void Second_client_is_refused_and_the_same_one_is_not()
    {
        Assert.That((_sender.Use(_client.Object), _sender.Use(_client.Object)), Is.EqualTo((true, false)));

        Assert.That(() => _sender.Use(Mock.Of<IDiscordClient>()), Throws.InvalidOperationException);
    }

    private Task<DiscordAnswer> SendAsync() => _sender.SendAsync(new DiscordRequest.CreateMessage("21", new DiscordMessage("hi")), default);

    private static System.Linq.Expressions.Expression<Func<IMessageChannel, Task<IUserMessage>>> Saying(MessageFlags flags) => channel =>
        channel.SendMessageAsync("hi", false, null, It.IsAny<RequestOptions>(), AllowedMentions.None, null, null, null, null, flags, null);
}
