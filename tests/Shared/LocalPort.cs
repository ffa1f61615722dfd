using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Testing;

/// <summary>Finds free ports for programs that can't choose one themselves.</summary>
public static class LocalPort
{
    // Below the ports that Linux gives to outgoing connections: one of those might have it when a server comes back to its port.
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>Returns a port on which nobody listens now.</summary>
    public static int FindFree()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another one.
            }
        }
    }

    public static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
