using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What is answered when a selector means nothing, or several things.</summary>
internal static class SelectorReplies
{
    /// <param name="turn">The message.</param>
    /// <param name="draft">The conversation.</param>
    /// <param name="selector">What was typed.</param>
    /// <param name="match">Anything but a selection.</param>
    /// <param name="before">The command that the offered selectors are completed with.</param>
    public static CommandReply Of(Turn turn, SessionDraft draft, ModelSelector selector, SelectorMatch match, string before = "/model ") => match switch
    {
        SelectorMatch.Ambiguous several => turn.Display.Failed(draft, several.Code) with { Works = [.. several.Typed.Select(typed => before + typed)] },
        SelectorMatch.Unknown unknown => turn.Display.Failed(draft, unknown.Code) with
        {
            Column = unknown.Column,
            Works = unknown.Near.Count > 0
                ? [.. unknown.Near.Select(typed => before + typed)]
                : [.. NearMiss.Of(selector.Text, CommandWords.All).Select(word => $"/model {word}")],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };
}
