using ChatAuth.Channels.Discord;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Configuration;

/// <summary>What can be said about the section <c>Discord</c> without opening a file, so that programs which start no bot say it too.</summary>
internal static class DiscordCheck
{
    private const string Number = "a number, as Discord shows it to people who turned its developer mode on";

    public static IEnumerable<string> FindProblems(DiscordOptions written)
    {
        if (!string.IsNullOrEmpty(written.ApplicationId) && !DiscordForms.IsId(written.ApplicationId)) yield return ApplicationId;
        if (!string.IsNullOrEmpty(written.PublicKey) && !DiscordForms.IsPublicKey(written.PublicKey)) yield return PublicKey;
        if (!ServerAddress.Fits(written.BaseUrl)) yield return $"Discord:BaseUrl: must be {ServerAddress.Form}";
        if (!TryReadTransport(written.Transport, out _)) yield return "Discord:Transport: must be http or socket";
        for (var at = 0; at < written.Guilds.Count; at++)
        {
            if (!DiscordForms.IsId(written.Guilds[at])) yield return $"Discord:Guilds[{at}]: must be {Number}";
        }
        foreach (var problem in NamedSecret.DiscordToken.FindProblems(written.Token, written.TokenFile)) yield return problem;
    }

    /// <summary>What a bot needs beside its token.</summary>
    public static IEnumerable<string> FindMissing(DiscordOptions written)
    {
        if (string.IsNullOrEmpty(written.ApplicationId)) yield return ApplicationId;
        if (string.IsNullOrEmpty(written.PublicKey) && TryReadTransport(written.Transport, out var transport) && transport is DiscordTransport.Http) yield return PublicKey;
    }

    public static bool TryReadTransport(string text, out DiscordTransport transport)
    {
        transport = text.Equals("socket", StringComparison.OrdinalIgnoreCase) ? DiscordTransport.Socket : DiscordTransport.Http;
        return transport is DiscordTransport.Socket || text.Equals("http", StringComparison.OrdinalIgnoreCase);
    }

    private static string ApplicationId => "Discord:ApplicationId: must be the application's number, as Discord's developer portal shows it";

    private static string PublicKey => "Discord:PublicKey: must be the application's public key, 64 hexadecimal digits, as Discord's developer portal shows it";
}
