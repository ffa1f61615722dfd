using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>A connection on which a test decides every byte.</summary>
internal sealed class RawClient(Socket socket) : IDisposable
{
    private readonly MemoryStream received = new();

    public Socket Socket => socket;

    /// <summary>Everything received so far, one character per byte.</summary>
    public string Received => Encoding.Latin1.GetString(received.GetBuffer(), 0, (int)received.Length);

    /// <param name="server">The server.</param>
    /// <param name="receiveBuffer">How many bytes the system keeps for a client that doesn't read.</param>
    /// <param name="from">An address of this machine, such as 127.0.0.2, from which to connect.</param>
    public static async Task<RawClient> ConnectAsync(Uri server, int? receiveBuffer = null, IPAddress? from = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (from is not null)
            socket.Bind(new IPEndPoint(from, 0));
        if (receiveBuffer is { } size)
            socket.ReceiveBufferSize = size;
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return new RawClient(socket);
    }

    /// <summary>Requests a path, as the user of an access token or as nobody.</summary>
    public static async Task<RawClient> GetAsync(Uri server, string path, int? receiveBuffer = null, string? token = null)
    {
        var client = await ConnectAsync(server, receiveBuffer);
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n{authorization}\r\n");
        return client;
    }

    public Task SendAsync(string text) => socket.SendAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>Reads until a text has been received.</summary>
    public async Task UntilAsync(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        for (var searched = 0; !Has(bytes, searched);)
        {
            searched = Math.Max(0, (int)received.Length - bytes.Length);
            Assert.True(await ReadAsync() > 0, $"The connection ended before {text} came, after:\n{Received}");
        }
    }

    /// <summary>Reads until so many bytes have been received in all.</summary>
    public async Task BytesAsync(int count)
    {
        while (received.Length < count)
            Assert.True(await ReadAsync() > 0, $"The connection ended after {received.Length} bytes.");
    }

    /// <summary>Reads the rest of a response whose head has been received.</summary>
    public async Task WholeResponseAsync()
    {
        var head = Received.Split("\r\n\r\n")[0];
        if (head.Split("Content-Length: ") is [_, var length])
            await BytesAsync(head.Length + 4 + int.Parse(length.Split('\r')[0], CultureInfo.InvariantCulture));
        else
            await UntilAsync("\r\n0\r\n\r\n");
    }

    /// <summary>Reads until the other side closes the connection, in order or by a reset.</summary>
    public async Task ToTheEndAsync()
    {
        try
        {
            while (await ReadAsync() > 0)
            {
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // A reset ends it as well.
        }
    }

    public void Dispose() => socket.Dispose();

    private bool Has(byte[] text, int from) => received.GetBuffer().AsSpan(from, (int)received.Length - from).IndexOf(text) >= 0;

    private async Task<int> ReadAsync()
    {
        var buffer = new byte[65_536];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var count = await socket.ReceiveAsync(buffer, patience.Token);
        await received.WriteAsync(buffer.AsMemory(0, count));
        return count;
    }
}
