using System.Net.Sockets;
using System.Text;

namespace ChatAuth.Gateway.Hosting;

/// <summary>Tells systemd how far the daemon is (sd_notify(3)); nothing happens where systemd did not start it.</summary>
internal static class SystemdSocket
{
    /// <param name="state">Such as <c>READY=1</c>.</param>
    public static void Send(string state)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } path) return;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            // A name that begins with @ is in the abstract namespace, whose names begin with a zero.
            socket.Connect(new UnixDomainSocketEndPoint(path[0] == '@' ? $"\0{path[1..]}" : path));
            socket.Send(Encoding.UTF8.GetBytes(state));
        }
        catch (SocketException)
        {
            // Whoever waits for the word gives up by its own timeout; the daemon works without it.
        }
    }
}
