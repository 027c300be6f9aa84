using System.Globalization;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels;

/// <summary>What is wrong, where, what works instead, and the code at the end.</summary>
internal static class FailedText
{
    /// <param name="text">The reply so far.</param>
    /// <param name="failed">What is wrong.</param>
    /// <param name="told">The actions without a button: where it asks, its answers among them are told.</param>
    public static void Render(ReplyText text, CommandReply.Failed failed, IReadOnlyList<ReplyAction> told)
    {
        text.Line(failed.Code.Message, TextStyle.Bad);
        if (failed.MayHaveBeenCharged) text.Add(" The message may have been charged all the same.", TextStyle.Bad);
        if (failed is { Code: var code, Visibility: Visibility.Public } && code == ErrorCode.SecretInMessage) text.Add(" So has everyone in this conversation.", TextStyle.Bad);
        if (failed.Column is { } column) Where(text, column, failed.Field);
        QuestionText.Accounts(text, failed);
        if (failed.Resting.Count > 0) RestText.Resting(text, failed);
        if (failed.Rule is { } rule) text.Line($"Decided by: {rule}");
        if (failed is { Resting.Count: 0, Until: { } until }) text.Line("It ends by itself ").Moment(until, failed.At).Add(".");
        if (failed.Works.Count > 0) text.Line("What works: ").Commands(failed.Works);
        if (failed.Grant is { } grant) text.Line("An owner allows it on the host with: ").Commands([grant]);
        if (!QuestionText.Asks(failed)) Remedy(text, failed);
        else if (told.Any(action => action.Kind == ReplyActionKind.AllowOnce)) QuestionText.Answers(text, failed.Code);
    }

    /// <summary>What the catalogue advises, words or a command.</summary>
    public static void Remedy(ReplyText text, ErrorCode code, string beforeCommand = "Try: ")
    {
        if (!IsCommand(code.Remedy)) text.Line(code.Remedy);
        else text.Line(beforeCommand).Commands([code.Remedy]);
    }

    /// <summary>What to look up, here and in the log.</summary>
    public static void Codes(ReplyText text, ErrorCode code, string? referred)
    {
        text.Code(code);
        if (referred is { } reference) text.Add($" reference {reference}", TextStyle.Dim);
    }

    private static void Where(ReplyText text, int column, string? field)
    {
        text.Add(string.Create(CultureInfo.InvariantCulture, $" It is at column {column}"));
        if (field is not null) text.Add(" of ").Add(field, TextStyle.Command);
        text.Add(".");
    }

    private static void Remedy(ReplyText text, CommandReply.Failed failed)
    {
        if (failed.Grant is not null || failed.Works.Contains(failed.Code.Remedy)) return;
        Remedy(text, failed.Code, failed.Works.Count > 0 ? "Or: " : "Try: ");
    }

    private static bool IsCommand(string remedy) =>
        remedy.StartsWith('/') || remedy.StartsWith("chatauth ", StringComparison.Ordinal);
}
