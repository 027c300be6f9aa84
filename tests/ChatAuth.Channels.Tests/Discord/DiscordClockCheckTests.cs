using ChatAuth.Channels.Discord;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordClockCheckTests
{
    private readonly FakeTime _theirs = new();
    private readonly FakeTime _ours = new();
    private FakeDiscordServer _discord = null!;
    private DiscordRestClient _client = null!;

    [SetUp]
    public async Task SetUp()
    {
        _ours.Set(_theirs.GetUtcNow());
        _discord = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = _theirs });
        _client = Connect(_discord.Token);
    }

    [TearDown]
    public async Task TearDown()
    {
        _client.Dispose();
        await _discord.DisposeAsync();
    }

    private DiscordRestClient Connect(string token) =>
        new(new DiscordAddress(new Uri(_discord.BaseUrl, "api/v10"), Secret.TryCreate(token, out var secret) ? secret! : throw new InvalidOperationException()), _ours);

    private Task<CheckResult> Run(IDiscordSender? sender = null) => new DiscordClockCheck(() => DiscordTest.Settings, _ => sender ?? _client, _ours).RunAsync(default);

    [TestCase(0)]
    [TestCase(60)]
    [TestCase(-60)]
    public async Task Clock_that_is_nearly_right_passes(int seconds)
    {
        _ours.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That(await Run(), Is.InstanceOf<CheckResult.Passed>());
    }

    [TestCase(61, FindingSeverity.Warning, "61 seconds ahead of")]
    [TestCase(-61, FindingSeverity.Warning, "61 seconds behind")]
    [TestCase(300, FindingSeverity.Warning, "300 seconds ahead of")]
    [TestCase(301, FindingSeverity.Error, "301 seconds ahead of")]
    [TestCase(-86_400, FindingSeverity.Error, "86400 seconds behind")]
    public async Task Clock_that_is_wrong_is_found(int seconds, FindingSeverity severity, string how)
    {
        _ours.Advance(TimeSpan.FromSeconds(seconds));

        var finding = ((CheckResult.Found)await Run()).Findings.Single();

        Assert.That((finding.Code, finding.Severity), Is.EqualTo(("clock-skew", severity)));
        Assert.That(finding.Message, Does.Contain(how));
        Assert.That(finding.Remedy, Does.Contain("timedatectl set-ntp true"));
    }

    [Test]
    public async Task Refusal_tells_the_time_too()
    {
        using var refused = Connect("FAKE.token.of-another");
        _ours.Advance(TimeSpan.FromHours(1));

        Assert.That(await Run(refused), Is.InstanceOf<CheckResult.Found>());
    }

    [TestCase("yesterday")]
    [TestCase("0")]
    public async Task Date_that_cannot_be_read_is_compared_with_nothing(string date)
    {
        _discord.Faults.Misdate(date);

        Assert.That(await Run(), Is.InstanceOf<CheckResult.Skipped>());
    }

    [Test]
    public async Task Silence_and_no_bot_are_skipped()
    {
        await _discord.DieAsync();

        var silent = await Run();
        var absent = await new DiscordClockCheck(() => null, _ => throw new InvalidOperationException(), _ours).RunAsync(default);

        Assert.That(new[] { silent, absent }, Is.All.InstanceOf<CheckResult.Skipped>());
    }
}
