using System.Net.Sockets;
using System.Text;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>Requests as the tests send them.</summary>
internal static class HttpCalls
{
    public static HttpRequestMessage Get(Uri address, string path, string? host = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Host = host;
        return request;
    }

    public static HttpRequestMessage Update(Uri address, HttpContent body, params string[] secrets)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/telegram/webhook")) { Content = body };
        foreach (var secret in secrets) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return request;
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    /// <summary>Sends the head of an update and the beginning of its body; the caller sends the rest. The server says <c>100</c> when it begins to read it.</summary>
    public static async Task<TcpClient> BeginUpdateAsync(Uri address, string secret, string beginning, int total)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /telegram/webhook HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {total}\r\nExpect: 100-continue\r\n"
            + $"X-Telegram-Bot-Api-Secret-Token: {secret}\r\n\r\n{beginning}"));
        return client;
    }
}
