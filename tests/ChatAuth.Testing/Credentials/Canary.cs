using System.Text;

namespace ChatAuth.Testing.Credentials;

/// <summary>Secrets that are told by any six characters of their random tails; their public prefixes give no alarm.</summary>
public static class Canary
{
    private const int Window = 6;

    /// <summary>A key.</summary>
    public static string ApiKey { get; } = "sk-ant-" + "api03-FAKE" + Tails[0];
    /// <summary>A token.</summary>
    public static string Token { get; } = "sk-ant-" + "oat01-FAKE" + Tails[1];
    /// <summary>A login's access token.</summary>
    public static string Access { get; } = "sk-ant-" + "oat01-FAKE" + Tails[2];
    /// <summary>A login's refresh token.</summary>
    public static string Refresh { get; } = "sk-ant-" + "ort01-FAKE" + Tails[3];
    /// <summary>A Telegram bot's token; its id, before the colon, is public.</summary>
    public static string Bot { get; } = "7000000001:" + Tails[4][..35];
    /// <summary>A Discord bot's token; its id, before the first dot, is public.</summary>
    public static string DiscordBot { get; } = "NzAwMDAwMDAwMQ.FAKE." + Tails[5][..38];
    /// <summary>The token of an interaction at Discord.</summary>
    public static string Interaction { get; } = "aW50ZXJhY3Rpb24" + "FAKE" + Tails[6];

    /// <summary>One of each kind that a person could paste for a model's vendor.</summary>
    public static IReadOnlyList<string> All { get; } = [ApiKey, Token, Access, Refresh];

    private static readonly HashSet<string> Windows =
        [.. Tails.SelectMany(tail => Enumerable.Range(0, tail.Length - Window + 1).Select(at => tail.Substring(at, Window)))];

    private static string[] Tails =>
    [
        "Qz7Xw9Lm2Kp4Vt8Rn3BcYh6Jd5GsUu1EaQz7Xw9Lm2Kp4Vt8Rn3BcYh6Jd5GsUu1Ea",
        "Pk3Zr8Wn6Tb1Hx5Mv9CyLq4Df7SjGg2KoPk3Zr8Wn6Tb1Hx5Mv9CyLq4Df7SjGg2Ko",
        "Nv5Gt2Rx8Jc4Zm7Wk1PqBy9Hs3LdFf6TuNv5Gt2Rx8Jc4Zm7Wk1PqBy9Hs3LdFf6Tu",
        "Xd8Mh4Vb6Qn2Cs9Tr5ZkGw1Ly7PfJj3EiXd8Mh4Vb6Qn2Cs9Tr5ZkGw1Ly7PfJj3Ei",
        "Hw6Dc9Yr4Jm1Vx7Tn3PbKz8Fq5LgSs2AeHw6Dc9Yr4Jm1Vx7Tn3PbKz8Fq5LgSs2Ae",
        "Tj2Bv8Xk5Rq9Mw4Zd7HnCf3Gy6LsVp1UeTj2Bv8Xk5Rq9Mw4Zd7HnCf3Gy6LsVp1Ue",
        "Yc5Ng3Wt9Fx2Kb6Qs8DvRz4Jh7MpLk1AoYc5Ng3Wt9Fx2Kb6Qs8DvRz4Jh7MpLk1Ao",
    ];

    /// <summary>What of the secrets stands in a text.</summary>
    public static IEnumerable<string> FoundIn(string text)
    {
        for (var at = 0; at + Window <= text.Length; at++)
        {
            if (Windows.Contains(text.Substring(at, Window))) yield return text.Substring(at, Window);
        }
    }

    /// <summary>What of the secrets stands in a file, as UTF-8 or UTF-16.</summary>
    public static IEnumerable<string> FoundIn(byte[] bytes) => FoundIn(Encoding.Latin1.GetString(bytes)).Concat(FoundIn(Encoding.Latin1.GetString([.. bytes.Where(b => b != 0)])));
}
