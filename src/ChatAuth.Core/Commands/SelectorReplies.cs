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
    /// <param name="select">The command was to select, so that each meaning can be a button.</param>
    public static CommandReply Of(
        Turn turn, SessionDraft draft, ModelSelector selector, SelectorMatch match, string before = "/model ", ModelCommand.Select? select = null) => match switch
    {
        SelectorMatch.Ambiguous several => turn.Display.Failed(
            draft, several.Code, select is null ? [] : Offers.ForReadings(turn, several.Readings, select.Span)) with
        {
            Works = turn.Display.Typed(before, several.Typed, select?.Span),
        },
        SelectorMatch.Unknown { Near.Count: 0 } unknown => turn.Display.Failed(draft, unknown.Code) with
        {
            Column = unknown.Column, Works = turn.Display.Typed("/model ", NearMiss.Of(selector.Text, CommandWords.All)),
        },
        SelectorMatch.Unknown unknown => turn.Display.Failed(draft, unknown.Code) with
        {
            Column = unknown.Column, Works = turn.Display.Typed(before, unknown.Near),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };
}
