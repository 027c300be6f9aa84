using ChatAuth.Channels.Conversations;
using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Telegram;
using ChatAuth.Channels.Tests.Discord;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Tests.Conversations;

internal sealed class StopGraceTests
{
    private readonly FakeTime _time = new();
    private StopGrace _grace = null!;

    [SetUp]
    public void SetUp() => _grace = new StopGrace(_time);

    [TestCase(0, 25)]
    [TestCase(10, 15)]
    [TestCase(25, 0)]
    [TestCase(40, 0)]
    public async Task Grace_is_counted_from_when_the_host_began_to_stop(int passed, int left)
    {
        await _grace.StoppingAsync(default);
        _time.Advance(TimeSpan.FromSeconds(passed));

        Assert.That(_grace.Left, Is.EqualTo(TimeSpan.FromSeconds(left)));
    }

    [Test]
    public async Task Stop_that_is_told_twice_began_with_the_first()
    {
        await _grace.StoppingAsync(default);
        _time.Advance(TimeSpan.FromSeconds(10));
        await _grace.StoppingAsync(default);

        Assert.That(_grace.Left, Is.EqualTo(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public void Grace_is_whole_where_no_host_tells_that_it_stops()
    {
        _time.Advance(TimeSpan.FromHours(1));

        Assert.That(_grace.Left, Is.EqualTo(StopGrace.Length));
    }

    [Test]
    public void Both_platforms_have_one_grace_between_them()
    {
        if (!Ed25519.IsAvailable) Assert.Ignore($"Needs OpenSSL 3: apt-get install libssl3 ({Ed25519.Reason})");
        var services = new ServiceCollection().AddChatAuthTelegram(new TelegramSettings(DiscordTest.Settings.Token)).AddChatAuthDiscord(DiscordTest.Settings);

        var graces = services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(StopGrace));

        Assert.That(graces.Count(), Is.EqualTo(1));
    }
}
