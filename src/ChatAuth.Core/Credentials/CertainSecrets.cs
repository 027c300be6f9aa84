namespace ChatAuth.Core.Credentials;

/// <summary>Finds the formats that nothing else looks like.</summary>
internal static class CertainSecrets
{
    // How far before its first long run a key may begin: a webhook's address, base64 with slashes.
    private const int FarthestPrefix = 64;

    public static string? Find(ScannedText text)
    {
        if (HoldsPrivateKey(text.Chars)) return "private-key";
        var runs = new TokenRuns(text.Chars);
        while (runs.MoveNext())
        {
            if ((FindPrefixed(text, runs) ?? FormatOf(text, runs)) is { } format) return format;
        }

        return null;
    }

    private static string? FindPrefixed(ScannedText text, TokenRuns run)
    {
        var at = Math.Max(0, run.Start - FarthestPrefix);
        for (int hit; (hit = text.Chars[at..run.End].IndexOfAny(SecretFormats.Prefixes)) >= 0; at++)
        {
            at += hit;
            foreach (var format in SecretFormats.BeginningWith(text.Chars[at]))
            {
                if (format.Matches(text, at)) return format.Id;
            }
        }

        return null;
    }

    private static bool HoldsPrivateKey(ReadOnlySpan<char> text)
    {
        const string begin = "-----BEGIN", rule = "-----";
        const int longestLabel = 40;
        for (int at; (at = text.IndexOf(begin)) >= 0;)
        {
            text = text[(at + begin.Length)..];
            var end = text[..Math.Min(longestLabel, text.Length)].IndexOf(rule);
            if (end >= 0 && text[..end].Contains("PRIVATE", StringComparison.Ordinal) && BeginsKeyBody(text[(end + rule.Length)..])) return true;
        }

        return false;
    }

    /// <summary>Base64 or a header of an encrypted key, not a sentence about such files.</summary>
    private static bool BeginsKeyBody(ReadOnlySpan<char> text)
    {
        while (text is [var first, ..] && SplitText.IsFiller(first)) text = text[1..];
        return text.StartsWith("Proc-Type") || text.StartsWith("Version:") || text.StartsWith("Comment:")
            || (text.Length >= TokenRuns.Shortest && Randomness.IsDrawn(text[..TokenRuns.Shortest], CharKinds.Base64));
    }

    private static string? FormatOf(ScannedText text, TokenRuns run)
    {
        if (IsTelegramBotToken(text, run)) return "telegram-bot-token";
        if (IsDiscordToken(text.Chars, run)) return "discord-bot-token";
        if (IsJwt(text, run)) return "jwt";
        if (Holds(text, run, SecretFormats.Twilio)) return SecretFormats.Twilio.Id;
        return IsLogin(text.Chars, run) ? "credentials-json" : null;
    }

    private static bool IsTelegramBotToken(ScannedText text, TokenRuns run)
    {
        const int secret = 35;
        if (run.Length < secret || !text.EndsToken(run.Start + secret) || run.Start == 0 || text.Chars[run.Start - 1] != ':') return false;
        var id = text.Chars[..(run.Start - 1)];
        return id.Length - 1 - id.LastIndexOfAnyExceptInRange('0', '9') >= 6
            && Randomness.IsDrawn(text.Chars.Slice(run.Start, secret), CharKinds.Token);
    }

    /// <summary>Three parts; the first is a user's number in base64, so that it begins with M, N or O.</summary>
    private static bool IsDiscordToken(ReadOnlySpan<char> text, TokenRuns run)
    {
        const int shortestId = 23, longestId = 28;
        if (run.Length < 27 || run.Start == 0 || text[run.Start - 1] != '.') return false;
        var time = TokenBefore(text[..(run.Start - 1)], 8);
        var dot = run.Start - 2 - time.Length;
        if (time.Length is not (6 or 7) || dot < 0 || text[dot] != '.') return false;
        var id = TokenBefore(text[..dot], longestId);
        return id.Length >= shortestId && id[..^(shortestId - 1)].ContainsAny("MNO") && Randomness.IsDrawn(id, CharKinds.Token);
    }

    private static bool IsJwt(ScannedText text, TokenRuns run)
    {
        if (run.End == text.Chars.Length || text.Chars[run.End] != '.') return false;
        var payload = text.Chars[(run.End + 1)..];
        if (payload.Length < TokenRuns.Shortest || !Randomness.IsDrawn(payload[..TokenRuns.Shortest], CharKinds.Token)) return false;
        return Holds(text, run, SecretFormats.JwtHeader);
    }

    private static bool Holds(ScannedText text, TokenRuns run, SecretFormat format)
    {
        for (int at = run.Start, hit; (hit = text.Chars[at..run.End].IndexOf(format.Prefix)) >= 0; at++)
        {
            at += hit;
            if (format.Matches(text, at)) return true;
        }

        return false;
    }

    /// <summary>A line of a login file such as <c>.credentials.json</c>.</summary>
    private static bool IsLogin(ReadOnlySpan<char> text, TokenRuns run) =>
        SecretLabel.Before(text, run.Start, out var quoted) is "accessToken" or "refreshToken" or "access_token" or "refresh_token"
        && quoted
        && Randomness.IsDrawn(text[run.Start..run.End], CharKinds.Token);

    private static ReadOnlySpan<char> TokenBefore(ReadOnlySpan<char> text, int longest)
    {
        var from = text.Length;
        while (from > 0 && text.Length - from < longest && text[from - 1].IsAny(CharKinds.Token)) from--;
        return text[from..];
    }
}
