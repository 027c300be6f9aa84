namespace ChatAuth.Channels.Discord;

/// <summary>How interactions come from Discord.</summary>
public enum DiscordTransport
{
    /// <summary>Discord brings them to an https address.</summary>
    Http,

    /// <summary>A client library fetches them over a socket that this machine opens: works behind any router, and needs no OpenSSL.</summary>
    Socket,
}
