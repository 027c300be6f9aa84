using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Cli.Chat;

/// <summary>Where a chat's replies and answers go: a screen, lines of text, lines of JSON.</summary>
internal interface IChatOutput
{
    void Show(CommandReply reply);

    /// <summary>The message was not for us, or this person may not ask here.</summary>
    void ShowNothing();

    /// <summary>A notice that came beside no reply; from any thread.</summary>
    void Tell(Notice notice);

    /// <summary>Shows an answer while or after it comes.</summary>
    /// <returns>The whole answer, cleaned; null when it was refused or broke off.</returns>
    Task<string?> AnswerAsync(IAsyncEnumerable<AskUpdate> updates, CancellationToken cancellationToken);
}
