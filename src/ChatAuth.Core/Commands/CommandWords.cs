using System.Globalization;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>The words after <c>/model</c>, and what each of them takes.</summary>
internal static class CommandWords
{
    private const int DefaultHistory = 10;
    private const int MaxHistory = 50;

    private static readonly Dictionary<string, Reader> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["list"] = ReadList,
        ["history"] = ReadHistory,
        ["test"] = ReadTest,
        ["allow"] = ReadAllow,
        ["claim"] = ReadClaim,
        ["clear"] = ReadClear,
        ["status"] = Alone("status", new ModelCommand.Status()),
        ["why"] = Alone("why", new ModelCommand.Why()),
        ["reset"] = Alone("reset", new ModelCommand.Reset()),
        ["unpin"] = Alone("unpin", new ModelCommand.Unpin()),
        ["inherit"] = Alone("inherit", new ModelCommand.Inherit()),
        ["undo"] = Alone("undo", new ModelCommand.Undo()),
        ["deny"] = Alone("deny", new ModelCommand.Deny()),
        ["help"] = Alone("help", new ModelCommand.Help()),
    };

    private static readonly Dictionary<string, Reader>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Readers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads what a word takes, from where the word ends.</summary>
    public delegate ModelCommand Reader(ref TextCursor cursor);

    /// <summary>The reader of that word, or null when it is none; case does not matter.</summary>
    public static Reader? Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var reader) ? reader : null;

    /// <summary>Every word.</summary>
    public static IEnumerable<string> All => Readers.Keys;

    /// <summary>Whether the text would be read as a number: the row of a list.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The number, or null when it is none or too large for any list.</summary>
    public static int? ReadNumber(ReadOnlySpan<char> text) =>
        IsNumber(text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An argument of several lines is an error; where it claims, it is a claim that may have shown its code.</summary>
    public static ModelCommand OrClaim(ModelCommand.Malformed wrong, TextCursor cursor)
    {
        cursor.TrySkip(':');
        cursor.SkipBlanks();
        return cursor.ReadWord().Equals("claim", StringComparison.OrdinalIgnoreCase) ? new ModelCommand.Claim(cursor.Rest.ToString()) { Wrong = wrong } : wrong;
    }

    private static Reader Alone(string word, ModelCommand command)
    {
        var works = $"/model {word}";
        return (ref cursor) => CommandEnd.Require(ref cursor, command, works);
    }

    private static ModelCommand ReadList(ref TextCursor cursor)
    {
        cursor.SkipBlanks();
        string? provider = null;
        var column = cursor.Column;
        var word = cursor.ReadWord();
        if (!word.IsEmpty && !IsNumber(word))
        {
            provider = word.ToString();
            cursor.SkipBlanks();
            column = cursor.Column;
            word = cursor.ReadWord();
        }
        if (word.IsEmpty) return new ModelCommand.List(provider, 1);
        if (!IsNumber(word)) return new ModelCommand.Malformed(ErrorCode.TextUnexpected, column, "/model list");
        return ReadNumber(word) is { } page and > 0
            ? CommandEnd.Require(ref cursor, new ModelCommand.List(provider, page), "/model list")
            : new ModelCommand.Malformed(ErrorCode.PageUnknown, column, null);
    }

    private static ModelCommand ReadHistory(ref TextCursor cursor)
    {
        const string works = "/model history 50";
        cursor.SkipBlanks();
        if (cursor.AtEnd) return new ModelCommand.History(DefaultHistory);
        var column = cursor.Column;
        return ReadNumber(cursor.ReadWord()) is { } count and >= 1 and <= MaxHistory
            ? CommandEnd.Require(ref cursor, new ModelCommand.History(count), works)
            : new ModelCommand.Malformed(ErrorCode.TextUnexpected, column, works);
    }

    private static ModelCommand ReadTest(ref TextCursor cursor)
    {
        const string works = "/model test";
        cursor.SkipBlanks();
        if (cursor.AtEnd) return new ModelCommand.Test(null);
        if (cursor.Rest is "?") return new ModelCommand.Malformed(ErrorCode.TextUnexpected, cursor.Column, works);
        return SelectorReader.TryRead(ref cursor, out var selector, out var error)
            ? CommandEnd.Require(ref cursor, new ModelCommand.Test(selector), works)
            : error;
    }

    private static ModelCommand ReadAllow(ref TextCursor cursor)
    {
        const string works = "/model allow";
        cursor.SkipBlanks();
        var column = cursor.Column;
        var word = cursor.ReadWord();
        ConsentScope? scope =
            word.IsEmpty || word.Equals("once", StringComparison.OrdinalIgnoreCase) ? ConsentScope.Once
            : word.Equals("session", StringComparison.OrdinalIgnoreCase) ? ConsentScope.Session
            : word.Equals("never", StringComparison.OrdinalIgnoreCase) ? ConsentScope.Never
            : null;
        return scope is { } known
            ? CommandEnd.Require(ref cursor, new ModelCommand.Allow(known), works)
            : new ModelCommand.Malformed(ErrorCode.TextUnexpected, column, works);
    }

    /// <summary>The account with or without its <c>@</c>: nothing else can stand here.</summary>
    private static ModelCommand ReadClear(ref TextCursor cursor)
    {
        cursor.SkipBlanks();
        cursor.TrySkip('@');
        var column = cursor.Column;
        return cursor.AtWordEnd ? new ModelCommand.Malformed(ErrorCode.ProfileMissing, column, null)
            : SelectorReader.TryReadProfile(ref cursor, out var profile, out var error) ? CommandEnd.Require(ref cursor, new ModelCommand.Clear(profile, column), null)
            : error;
    }

    /// <summary>The code is a secret: no error repeats it.</summary>
    private static ModelCommand ReadClaim(ref TextCursor cursor)
    {
        cursor.SkipBlanks();
        var column = cursor.Column;
        var claim = new ModelCommand.Claim(cursor.Rest.ToString());
        return cursor.ReadWord().IsEmpty
            ? new ModelCommand.Malformed(ErrorCode.ClaimWrong, column, null)
            : claim with { Wrong = CommandEnd.Require(ref cursor, claim, null) as ModelCommand.Malformed };
    }
}
