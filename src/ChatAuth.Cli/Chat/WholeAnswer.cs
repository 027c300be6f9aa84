using System.Text;
using ChatAuth.Channels;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Cli.Chat;

/// <summary>A streamed answer once it has ended.</summary>
/// <param name="Text">What came of it, cleaned.</param>
/// <param name="Notices">What was told beside it.</param>
/// <param name="End">A refusal, a break, or the receipt.</param>
internal sealed record WholeAnswer(string Text, IReadOnlyList<Notice> Notices, AskUpdate End)
{
    /// <exception cref="InvalidOperationException">The stream ended without an end of the answer.</exception>
    public static async Task<WholeAnswer> ReadAsync(IAsyncEnumerable<AskUpdate> updates, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var notices = new List<Notice>();
        AskUpdate? end = null;
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            if (update is AskUpdate.Part part) text.Append(part.Update.Text);
            else if (update is AskUpdate.Noticed noticed) notices.Add(noticed.Notice);
            else end = update;
        }

        return new(CleanText.Prose(text.ToString()), notices, end ?? throw new InvalidOperationException("The answer has no end."));
    }
}
