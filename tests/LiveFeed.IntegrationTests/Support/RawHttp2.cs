using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>A connection on which a test decides every frame of HTTP/2 (RFC 9113).</summary>
internal sealed class RawHttp2 : IDisposable
{
    public const int EndStream = 0x1;
    public const int EndHeaders = 0x4;

    private const int FrameHeader = 9;

    private readonly TcpClient tcp;
    private readonly SslStream tls;

    private RawHttp2(TcpClient tcp, SslStream tls) => (this.tcp, this.tls) = (tcp, tls);

    /// <summary>The header block (RFC 7541) of a request for a path.</summary>
    public static byte[] Get(string path) => [0x82, 0x87, 0x01, 1, (byte)'x', 0x04, (byte)path.Length, .. Encoding.ASCII.GetBytes(path)];

    public static async Task<RawHttp2> ConnectAsync(Uri server)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Host, server.Port);
        var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
        await tls.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        var client = new RawHttp2(tcp, tls);
        await client.SendAsync(FrameType.Settings, 0, 0, []);
        return client;
    }

    public async Task SendAsync(FrameType type, int flags, int stream, byte[] payload) => await tls.WriteAsync(Frame(type, flags, stream, payload));

    public static byte[] Frame(FrameType type, int flags, int stream, byte[] payload)
    {
        var frame = new byte[FrameHeader + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        (frame[3], frame[4]) = ((byte)type, (byte)flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, FrameHeader);
        return frame;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken) => await tls.WriteAsync(frames, cancellationToken);

    /// <summary>Reads until the server closes the connection, in order or by a reset.</summary>
    public async Task ToTheEndAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await tls.ReadAsync(buffer, cancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset ends it as well.
        }
    }

    public void Dispose()
    {
        tls.Dispose();
        tcp.Dispose();
    }
}

internal enum FrameType
{
    Headers = 0x1,
    ResetStream = 0x3,
    Settings = 0x4,
    Continuation = 0x9,
}
