using System.Diagnostics.CodeAnalysis;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Gateway</c>. Whoever can connect can try, so more than this machine takes a word of its own.</summary>
internal static class GatewayReader
{
    private static readonly TextForm<Uri> Address = new(
        "http://address:port with localhost or a number for the address, such as http://127.0.0.1:8086", TryParseAddress);

    private static readonly TextForm<string> HostName = new("a name such as bot.example.com, without a port", TryParseHost);

    public static Uri ReadListen(GatewayOptions written, SettingsProblems problems)
    {
        if (problems.TryRead("Gateway:Listen", written.Listen, Address, out var address) && !address.IsLoopback && !written.AllowRemote)
            problems.Add("Gateway:Listen", "must be an address of this machine alone, unless Gateway:AllowRemote is true");
        return address ?? new Uri(new GatewayOptions().Listen);
    }

    public static IReadOnlyList<string> ReadHosts(GatewayOptions written, SettingsProblems problems) =>
        problems.ReadList("Gateway:Hosts", written.Hosts, HostName);

    private static bool TryParseHost(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out string host)
    {
        host = text.ToString();
        return Uri.CheckHostName(host) is UriHostNameType.Dns;
    }

    private static bool TryParseAddress(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Uri address) =>
        Uri.TryCreate(text.ToString(), UriKind.Absolute, out address)
        && address.Scheme == Uri.UriSchemeHttp
        && (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || address.Host == "localhost")
        && address is { UserInfo: "", PathAndQuery: "/", Fragment: "" };
}
