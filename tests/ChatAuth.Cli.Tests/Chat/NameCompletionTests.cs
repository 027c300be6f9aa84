using ChatAuth.Channels.Terminal;
using ChatAuth.Cli.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using Moq;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class NameCompletionTests
{
    private static readonly ContextSequence s_contexts =
        new(ChatSeat.Of(new(false, false, SessionKey.Terminal("t1"), null, default)), "run", Mock.Of<TimeProvider>());

    [Test]
    public void Without_a_source_commands_are_completed() =>
        Assert.That(new NameCompletion(null, s_contexts).Complete("/model st", 9), Is.EqualTo(new[] { new TerminalCandidate(7, "status") }));

    [Test]
    public async Task Broken_store_takes_only_the_names_away()
    {
        var source = new Mock<ICompletionSource>();
        source.Setup(it => it.ListAsync(It.IsAny<CommandContext>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ChatAuthException(ErrorCode.DatabaseUnavailable));
        var names = new NameCompletion(source.Object, s_contexts);

        await names.RefreshAsync(default);

        Assert.That(names.Complete("/model st", 9), Has.Count.EqualTo(1));
    }
}
