namespace ChatAuth.Core.Hosting;

/// <summary>Section <c>Discord</c>: what the page of the application in Discord's developer portal shows. The token comes from the environment or from a file, never from <c>chatauth.json</c>.</summary>
public sealed class DiscordOptions
{
    /// <summary>The number of the application. Default null: no bot on Discord.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>What proves that an interaction is Discord's, 64 hexadecimal digits; no secret. Default null: no bot on Discord over HTTP.</summary>
    public string? PublicKey { get; set; }

    /// <summary>The bot's token: a secret. Default null: what <see cref="TokenFile"/> holds.</summary>
    public string? Token { get; set; }

    /// <summary>A file of its owner alone that holds the token; relative to the state directory. Default null: the credential <c>discord-token</c> of the systemd unit.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Where the REST API is; https, or http on this machine. Default Discord's own.</summary>
    public string BaseUrl { get; set; } = "https://discord.com/api/v10";

    /// <summary>How interactions come: <c>http</c> has Discord bring them, <c>socket</c> fetches them over a socket. Default <c>http</c>.</summary>
    public string Transport { get; set; } = "http";

    /// <summary>The guilds where the commands are registered, and can be used at once. Default empty: they are registered everywhere.</summary>
    public IList<string> Guilds { get; set; } = [];
}
