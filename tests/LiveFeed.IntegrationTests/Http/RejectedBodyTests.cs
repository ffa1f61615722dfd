using System.Net.Sockets;
using System.Text;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Http;

public sealed class RejectedBodyTests(ContractServer server) : IClassFixture<ContractServer>
{
    /// <summary>A proxy that has the whole body sends all of it, and reads the response afterwards. A reset would cost it that response.</summary>
    [Fact]
    public async Task A_body_that_is_rejected_for_its_size_may_be_sent_to_its_end()
    {
        var id = await server.EventAsync();
        const int length = Api.Schedules.ScheduleEndpoints.MaxUpload + 1;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Nobody.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT /api/events/{id}/schedule HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {server.Organizer.AccessToken}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"));
        var response = await ReadAsync(stream, "\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413", response, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"body_too_large\"", response, StringComparison.Ordinal);

        var piece = new byte[64 * 1024];
        for (var left = length; left > 0; left -= piece.Length)
            await stream.WriteAsync(piece.AsMemory(0, Math.Min(left, piece.Length)));

        Assert.Equal(0, await stream.ReadAsync(piece).AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static async Task<string> ReadAsync(NetworkStream stream, string end)
    {
        var (text, piece) = (new StringBuilder(), new byte[4096]);
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(piece).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.True(read > 0, $"The connection ended after: {text}");
            text.Append(Encoding.UTF8.GetString(piece, 0, read));
        }

        return text.ToString();
    }
}
