using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Providers.OAuth;

/// <summary>
/// Where the browser brings the answer to a sign-in: one path on 127.0.0.1 (RFC 8252, 7.3), open for one sign-in. Other paths, methods and hosts are refused,
/// and what belongs to another sign-in is refused and waited past, so that no page in the browser can end this one.
/// </summary>
internal sealed class LoopbackRedirect : IDisposable
{
    private const string Path = "/callback";
    private const int Attempts = 8;

    private readonly HttpListener _listener;

    private LoopbackRedirect(HttpListener listener, int port)
    {
        _listener = listener;
        Address = new Uri($"http://127.0.0.1:{port}{Path}");
    }

    /// <summary>What the issuer is told.</summary>
    public Uri Address { get; }

    /// <summary>Listens; null when the port is taken.</summary>
    /// <param name="port">The port; 0 is a free one.</param>
    public static LoopbackRedirect? Open(int port)
    {
        // HttpListener takes no port 0: a free one is looked up first, and can be lost to another program in between.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var chosen = port == 0 ? FreePort() : port;
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{chosen}/" } };
            try
            {
                listener.Start();
                return new LoopbackRedirect(listener, chosen);
            }
            catch (HttpListenerException)
            {
                listener.Close();
                if (port != 0) return null;
            }
        }
        return null;
    }

    /// <summary>Waits for the answer to this request.</summary>
    public async Task<AuthorizationAnswer> WaitAsync(AuthorizationRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var visit = await _listener.GetContextAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            var answer = Read(request, visit.Request);
            await ReplyAsync(visit.Response, answer, cancellationToken).ConfigureAwait(false);
            if (answer is not (null or AuthorizationAnswer.Foreign)) return answer;
        }
    }

    public void Dispose() => _listener.Close();

    private static AuthorizationAnswer? Read(AuthorizationRequest request, HttpListenerRequest visit) =>
        visit.HttpMethod == "GET" && visit.Url?.AbsolutePath == Path ? request.Read(visit.RawUrl ?? "") : null;

    private static async Task ReplyAsync(HttpListenerResponse response, AuthorizationAnswer? answer, CancellationToken cancellationToken)
    {
        var (status, words) = answer switch
        {
            null => (404, "There is nothing here."),
            AuthorizationAnswer.Foreign => (400, "This is not the answer to the sign-in that is waiting here."),
            AuthorizationAnswer.Allowed => (200, "You can close this window and go back to the terminal."),
            _ => (200, "The sign-in was not allowed. You can close this window and go back to the terminal."),
        };
        var page = Encoding.UTF8.GetBytes($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>ChatAuth</title><p>{words}</p></html>");
        try
        {
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength64 = page.Length;
            response.KeepAlive = false;
            response.Headers["Cache-Control"] = "no-store";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Content-Security-Policy"] = "default-src 'none'";
            await response.OutputStream.WriteAsync(page, cancellationToken).ConfigureAwait(false);
            response.Close();
        }
        catch (Exception left) when (left is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The browser has left; what it brought counts all the same.
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
