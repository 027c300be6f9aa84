namespace ChatAuth.Channels;

/// <summary>What a tapped button hands back, by its form alone.</summary>
internal static class ButtonForm
{
    /// <summary>47 bytes in base64url: what a button's token is written in, and hardly anything that another bot's author thinks of.</summary>
    private const int TokenLength = 63;

    /// <summary>Whether it has the form of a token, be it ours or a forger's.</summary>
    public static bool IsToken(string text) => text.Length == TokenLength && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
