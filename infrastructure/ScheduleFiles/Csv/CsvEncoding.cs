using System.Text;
using System.Text.Unicode;

namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>
/// Decodes the text of a table: UTF-8 or UTF-16 with a byte order mark, UTF-8 without one, or else Windows-1252, which spreadsheets in western
/// Europe still write.
/// </summary>
internal static class CsvEncoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <exception cref="InvalidFileException">The content is not text.</exception>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\uFEFF"u8))
            content = content[3..];
        else if (content.StartsWith(LittleEndian.Preamble))
            return DecodeUtf16(LittleEndian, content[2..]);
        else if (content.StartsWith(BigEndian.Preamble))
            return DecodeUtf16(BigEndian, content[2..]);
        if (Utf8.IsValid(content))
            return Encoding.UTF8.GetString(content);
        // Every byte is a character of Windows-1252, so anything would be text. But text has no control characters.
        return content.ContainsAnyExcept(TextBytes) ? throw NoText() : Windows1252.GetString(content);
    }

    private static readonly System.Buffers.SearchValues<byte> TextBytes =
        System.Buffers.SearchValues.Create([(byte)'\t', (byte)'\r', (byte)'\n', .. Enumerable.Range(0x20, 0xE0).Where(value => value is not (0x7F or 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)).Select(value => (byte)value)]);

    private static string DecodeUtf16(UnicodeEncoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw NoText();
        }
    }

    private static InvalidFileException NoText() =>
        new("The file is not text in UTF-8, UTF-16 or Windows-1252. Save the schedule as CSV (UTF-8), and choose that.");
}
