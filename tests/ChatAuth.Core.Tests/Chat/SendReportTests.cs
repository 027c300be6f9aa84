using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>What becomes of an answer whose end cannot be written down.</summary>
public sealed class SendReportTests
{
    private InterruptedSessionStore _sessions = null!;
    private LogLines _log = null!;
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _sessions = new InterruptedSessionStore(new MemoryStores(new FakeTime()).Sessions);
        _log = new LogLines();
        _world = new TestWorld(services: services => _log.AddTo(services.AddSingleton<ISessionStore>(_sessions)));
        _world.Credentials.Login("anthropic:work");
        _sessions.FailToClose = () => new ChatAuthException(ErrorCode.StoreBusy);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _world.DisposeAsync();
        _log.Dispose();
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Answer_that_was_paid_for_is_handed_over_and_the_log_is_told(bool stream)
    {
        var answer = (AskResult.Answer)await _world.Ask("hello", stream: stream);

        Assert.That(answer.Response.Text, Does.Contain("anthropic:work"));
        Assert.That(_log.Written, Has.One.Contains("store-busy"));
    }

    [Test]
    public async Task Message_is_not_sent_again_unasked()
    {
        var context = _world.Operator();
        await _world.Ask("hello", context);
        _sessions.FailToClose = null;

        var again = await _world.Refusal("hello", context);

        Assert.That(again.Code, Is.EqualTo(ErrorCode.AttemptOpen));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }
}
