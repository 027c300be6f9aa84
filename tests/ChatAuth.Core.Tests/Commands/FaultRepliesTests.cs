using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>What the log is told, and what leads there.</summary>
public sealed class FaultRepliesTests
{
    private LogLines _log = null!;
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _log = new LogLines();
        _world = new TestWorld(services: _log.AddTo);
        _world.Credentials.Login("anthropic:work").Login("anthropic:spare").Order("anthropic", "anthropic:work", "anthropic:spare");
    }

    [TearDown]
    public async Task TearDown()
    {
        await _world.DisposeAsync();
        _log.Dispose();
    }

    [Test]
    public async Task Messages_that_break_while_they_are_read_are_refused_with_a_reference_and_nothing_is_sent()
    {
        var broken = Enumerable.Range(0, 1).Select(ChatMessage (_) => throw new InvalidOperationException("The host's own."));

        var whole = (CommandReply.Failed)((AskResult.Refused)await _world.Chat.AskAsync(_world.Operator(), broken)).Reply;
        var streamed = (CommandReply.Failed)((AskUpdate.Refused)await _world.Chat.AskStreamingAsync(_world.Operator(), broken).SingleAsync()).Reply;

        Assert.That((whole.Code, streamed.Code), Is.EqualTo((ErrorCode.Internal, ErrorCode.Internal)));
        Assert.That(_log.Written.Select(line => line[..18]), Is.EqualTo(new[] { $"Reference {whole.Reference}", $"Reference {streamed.Reference}" }));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Each_failure_of_a_message_is_told_once_and_the_reply_refers_to_the_last()
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        _world.Vendor.Fail("anthropic:spare", () => new VendorException(ErrorCode.VendorUnavailable, FailureReason.Overloaded));

        var refusal = await _world.Refusal("hello");

        Assert.That(_log.Written, Has.Count.EqualTo(2));
        Assert.That(_log.Written.First(), Does.Contain("vendor-limited for anthropic:work with anthropic/claude-opus-4-5, attempt 1"));
        Assert.That(_log.Written.Last(), Does.StartWith($"Reference {refusal.Reference}: vendor-unavailable for anthropic:spare"));
    }

    [Test]
    public async Task Failure_that_another_account_made_good_is_told_to_the_log_alone()
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));

        await _world.Answer("hello");

        Assert.That(_log.Written, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Client_that_breaks_its_promise_is_told_by_the_type_of_what_it_threw()
    {
        _world.Vendor.Fail("anthropic:work", () => new InvalidOperationException(Canary.ApiKey));

        await _world.Refusal("hello");

        Assert.That(_log.Written.Single(), Does.Contain("vendor-unavailable").And.Contain("System.InvalidOperationException"));
        Assert.That(Canary.FoundIn(_log.Written.Single()), Is.Empty);
    }

    [Test]
    public async Task Excerpt_in_which_a_module_left_a_key_is_not_told()
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.RequestRefused, null)
        {
            Detail = new VendorCallDetail(CallStage.Refused) { Status = 400, Excerpt = $"This was shown: {Canary.ApiKey}." },
        });

        await _world.Refusal("hello");

        Assert.That(_log.Written.Single(), Does.Contain("Status = 400"));
        Assert.That(Canary.FoundIn(_log.Written.Single()), Is.Empty);
    }
}
