namespace ChatAuth.Core.Hosting;

/// <summary>Section <c>Gateway</c>.</summary>
public sealed class GatewayOptions
{
    /// <summary>Where it listens, <c>http://address:port</c>; port 0 is any free one. Default only this machine.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:8086";

    /// <summary>Other machines may connect. Default false.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>Further names by which it may be called, such as that of the reverse proxy before it. Default empty.</summary>
    public IList<string> Hosts { get; set; } = [];
}
