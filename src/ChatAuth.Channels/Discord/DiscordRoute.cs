using System.Globalization;

namespace ChatAuth.Channels.Discord;

/// <summary>Which of Discord's routes a request takes. It prints without what fills the template: the token of an interaction is in it.</summary>
internal sealed record DiscordRoute
{
    private readonly string _path;
    private readonly string[] _ids;
    private readonly string? _token;

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Below the base address, with a number for each id and, last, for the token.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="token">The token of the interaction; null where the bot's own proves the request.</param>
    private DiscordRoute(HttpMethod method, string path, string[] ids, string? token = null) => (Method, _path, _ids, _token) = (method, path, ids, token);

    public HttpMethod Method { get; }

    /// <summary>What is limited by itself: <c>POST channels/{0}/messages</c>.</summary>
    public string Template => $"{Method} {_path}";

    /// <summary>What it is limited for: this channel, this guild, this interaction. Requests of one place share no limit with those of another, but for the global ones.</summary>
    public string Place => string.Join('/', [_path.Split('/')[0], .. _ids, _token ?? ""]);

    /// <summary>It is proven by the bot's token, and counts for the bot's global limit. Others answer an interaction, and are proven by its token.</summary>
    public bool IsBots => _token is null;

    public string ShownPath => Filled("token");

    public string CalledPath => Filled(_token);

    public static DiscordRoute Of(DiscordRequest request) => request switch
    {
        DiscordRequest.Respond to => new(HttpMethod.Post, "interactions/{0}/{1}/callback", [to.InteractionId], to.Token),
        DiscordRequest.EditOriginal of => new(HttpMethod.Patch, "webhooks/{0}/{1}/messages/@original", [of.ApplicationId], of.Token),
        DiscordRequest.FollowUp of => new(HttpMethod.Post, "webhooks/{0}/{1}", [of.ApplicationId], of.Token),
        DiscordRequest.CreateMessage to => new(HttpMethod.Post, "channels/{0}/messages", [to.ChannelId]),
        DiscordRequest.OpenDirectMessages => new(HttpMethod.Post, "users/@me/channels", []),
        DiscordRequest.GetCommands of => Commands(HttpMethod.Get, of.ApplicationId, of.GuildId),
        DiscordRequest.SetCommands of => Commands(HttpMethod.Put, of.ApplicationId, of.GuildId),
        DiscordRequest.GetApplication => new(HttpMethod.Get, "applications/@me", []),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    public override string ToString() => Template;

    private static DiscordRoute Commands(HttpMethod method, string application, string? guild) => guild is null
        ? new(method, "applications/{0}/commands", [application])
        : new(method, "applications/{0}/guilds/{1}/commands", [application, guild]);

    private string Filled(string? token) =>
        string.Format(CultureInfo.InvariantCulture, _path, [.. _ids.Select(Uri.EscapeDataString), Uri.EscapeDataString(token ?? "")]);
}
