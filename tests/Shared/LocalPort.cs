using System.Net;
using System.Net.Sockets;

namespace LiveFeed.Testing;

/// <summary>Finds free ports for programs that can't choose one themselves.</summary>
public static class LocalPort
{
    /// <summary>Returns a port on which nobody listens now.</summary>
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
