using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Moq;

namespace ChatAuth.Cli.Tests.Sessions;

internal sealed class WhyCommandTests
{
    private TestInstallation _installation = null!;
    private CommandContext? _seen;

    [SetUp]
    public async Task SetUpAsync()
    {
        _installation = new TestInstallation();
        await _installation.Stores.Sessions.UpdateAsync(
            SessionKey.Terminal("t1"), null, _ => new SessionUpdate<bool>(true, SessionState.Initial with { Follows = false }), default);
    }

    [Test]
    public async Task Operator_asks_in_that_conversation()
    {
        Answer(Why());

        var run = await _installation.RunAsync("why t1");

        Assert.That(run.Output, Does.Contain("anthropic:work pays"));
        Assert.That((_seen!.Asker.IsOperator, _seen.Asker.Person, _seen.Asker.Conversation, _seen.Visibility),
            Is.EqualTo((true, (Person?)Person.Operator, SessionKey.Terminal("t1"), Visibility.Private)));
    }

    [Test]
    public async Task Json_holds_the_whole_decision()
    {
        Answer(Why());

        var run = await _installation.RunAsync("why t1 --json");

        Assert.That(run.Output, Is.EqualTo("""
            {
              "model": "anthropic/claude-opus-4-5",
              "next": "anthropic:work",
              "decidedBy": "type-and-last-use",
              "rule": null,
              "refusal": null,
              "refusedUntil": null,
              "payerChange": "none",
              "candidates": [
                {
                  "profileId": "anthropic:work",
                  "type": "api_key",
                  "billing": "metered",
                  "state": "ready",
                  "reason": "chosen",
                  "until": null,
                  "rule": null
                }
              ]
            }

            """));
    }

    [Test]
    public async Task Failure_is_an_error_with_its_exit_code()
    {
        Answer(new CommandReply.Failed(ErrorCode.DatabaseUnavailable));

        var run = await _installation.RunAsync("why t1 --json");

        Assert.That(run.ExitCode, Is.EqualTo(69));
        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("error").GetProperty("code").GetString(), Is.EqualTo("database-unavailable"));
    }

    private void Answer(CommandReply reply) => _installation.ChatAuth
        .Setup(chatAuth => chatAuth.HandleAsync(It.IsAny<CommandContext>(), "/model why", It.IsAny<CancellationToken>()))
        .Callback((CommandContext context, string _, CancellationToken _) => _seen = context)
        .ReturnsAsync(new HandleResult.Handled(reply));

    private static CommandReply.Why Why()
    {
        var model = new ShownModel(ModelRef.Parse("anthropic/claude-opus-4-5"), "opus", "opus");
        var profile = new ShownProfile("anthropic:work", BillingClass.Metered);
        var candidate = new ShownCandidate(profile, "api_key", CandidateState.Ready, CandidateReason.Chosen, null, null);
        return new CommandReply.Why(new ShownResolution(model, [candidate], profile, Precedence.TypeAndLastUse, null, null, null, PayerChange.None));
    }
}
