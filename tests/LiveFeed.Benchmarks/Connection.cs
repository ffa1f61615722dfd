using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LiveFeed.Benchmarks;

/// <summary>
/// A keep-alive HTTP/1.1 connection that costs the client as little as possible, so that the server is what is measured. It sends bytes as
/// they are, and of a response it reads only the status and the length.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[1 << 17];

    public static async Task<Connection> OpenAsync(Uri address)
    {
        var connection = new Connection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return connection;
    }

    /// <summary>Sends a request and reads its response to the end. Returns the status.</summary>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var (read, headEnd) = (0, -1);
        while (headEnd < 0)
        {
            read += await ReceiveAsync(read);
            headEnd = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, headEnd);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            while (!buffer.AsSpan(0, read).EndsWith("0\r\n\r\n"u8))
                read += await ReceiveAsync(read);
            return status;
        }

        for (var left = headEnd + 4 + Length(head) - read; left > 0;)
            left -= await ReceiveAsync(0);
        return status;
    }

    public void Dispose() => socket.Dispose();

    private async Task<int> ReceiveAsync(int at)
    {
        var count = await socket.ReceiveAsync(buffer.AsMemory(at));
        return count > 0 ? count : throw new IOException("The server closed the connection.");
    }

    private static int Length(string head)
    {
        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 0;
        var text = head.AsSpan(at + name.Length);
        var end = text.IndexOf('\r');
        return int.Parse(end < 0 ? text : text[..end], CultureInfo.InvariantCulture);
    }
}
