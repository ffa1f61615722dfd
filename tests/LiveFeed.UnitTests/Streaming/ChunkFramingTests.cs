using System.Globalization;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Views;

namespace LiveFeed.UnitTests.Streaming;

public sealed class ChunkFramingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(4_095)]
    [InlineData(65_536)]
    [InlineData(1_048_576)]
    public void A_chunk_is_its_length_in_hexadecimal_the_bytes_and_line_ends(int length)
    {
        var payload = new byte[length];
        Random.Shared.NextBytes(payload);

        byte[] expected = [.. Encoding.ASCII.GetBytes(length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. payload, (byte)'\r', (byte)'\n'];

        Assert.Equal(expected, ChunkFraming.ToFrame(payload, true));
        Assert.Equal(expected.Length, ChunkFraming.Length(length, true));
        Assert.Equal(payload, ChunkFraming.ToFrame(payload, false));
    }
}
