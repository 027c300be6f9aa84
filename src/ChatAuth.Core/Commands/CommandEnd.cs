using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Commands;

/// <summary>Nothing is ignored: a command whose text goes on is an error at the column where it does.</summary>
internal static class CommandEnd
{
    public static ModelCommand Require(ref TextCursor cursor, ModelCommand command, string? works)
    {
        cursor.SkipBlanks();
        return cursor.AtEnd ? command : new ModelCommand.Malformed(ErrorCode.TextUnexpected, cursor.Column, works);
    }
}
