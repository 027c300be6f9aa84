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
    private static readonly ShownProfile s_profile = new("anthropic:work", BillingClass.Metered);

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
    public async Task First_line_says_as_whom_it_looks()
    {
        Answer(Why());

        var run = await _installation.RunAsync("why t1");

        Assert.That(run.Output.Split('\n')[0], Does.StartWith("As the operator at a terminal, in private"));
    }

    [Test]
    public async Task Agent_is_the_one_that_was_named()
    {
        Answer(Why());

        await _installation.RunAsync("why t1 --agent helper");

        Assert.That(_seen!.Agent.Name, Is.EqualTo("helper"));
    }

    [Test]
    public async Task Notice_that_comes_with_the_reply_is_passed_on([Values("why t1", "why t1 --json")] string line)
    {
        Answer(Why() with { Notices = [new Notice.PayerChanged(null, s_profile, null)] });

        var run = await _installation.RunAsync(line);

        Assert.That(run.Output, Does.Contain("Another account pays"));
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
              ],
              "notices": []
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
        var candidate = new ShownCandidate(s_profile, "api_key", CandidateState.Ready, CandidateReason.Chosen, null, null);
        return new CommandReply.Why(new ShownResolution(model, [candidate], s_profile, Precedence.TypeAndLastUse, null, null, null, PayerChange.None));
    }
}
