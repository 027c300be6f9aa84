using System.Globalization;
using System.Text;

namespace ChatAuth.Testing.Vendors;

/// <summary>Reads requests of HTTP/1.1 from a socket by hand, so that nothing of what was sent is hidden, merged or corrected.</summary>
internal sealed class VendorRequestReader(Stream stream)
{
    private readonly byte[] _one = new byte[1];

    /// <summary>The next request; null when the other end has closed.</summary>
    public async Task<FakeVendorRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await LineAsync(cancellationToken) is not { Length: > 0 } start) return null;
        var headers = new List<(string Name, string Value)>();
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }
        var words = start.Split(' ');
        var request = new FakeVendorRequest(words[0], words[1], headers, "");
        return request with { Body = await BodyAsync(request, cancellationToken) };
    }

    private async Task<string> BodyAsync(FakeVendorRequest request, CancellationToken cancellationToken)
    {
        if (request.Header("Content-Length") is { } length) return await TextAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        if (request.Header("Transfer-Encoding") is not "chunked") return "";
        var body = new StringBuilder();
        while (int.Parse((await LineAsync(cancellationToken))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var size)
        {
            body.Append(await TextAsync(size, cancellationToken));
            await LineAsync(cancellationToken);
        }
        await LineAsync(cancellationToken);
        return body.ToString();
    }

    private async Task<string> TextAsync(int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (await stream.ReadAsync(_one, cancellationToken) == 1)
        {
            if (_one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(_one[0]);
        }
        return null;
    }
}
