using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace LiveFeed.Infrastructure.ScheduleFiles.Spreadsheets;

/// <summary>
/// Rejects workbooks that would cost too much before anything reads them: a package that unpacks to far more than its size (a zip bomb), and an
/// encrypted one, which may ask for millions of rounds of hashing.
/// </summary>
internal static class WorkbookGuard
{
    public const string Locked = "The file is protected by a password. Save it without one, and choose that.";

    /// <summary>Several times what 10,000 matches need.</summary>
    public const int MaxUnpacked = 32 * 1024 * 1024;

    private const int MaxParts = 1_000;

    // The name of the stream in which encrypted packages are.
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Whether it is a zip file, as .xlsx is.</summary>
    public static bool IsPackage(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Whether it is a compound file, as .xls and encrypted .xlsx are.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> content) => content.StartsWith(Compound);

    /// <exception cref="InvalidFileException">The workbook is too large, encrypted, or no package at all.</exception>
    public static void Validate(ReadOnlyMemory<byte> content)
    {
        if (IsCompound(content.Span))
        {
            if (content.Span.IndexOf(Encrypted) >= 0)
                throw new InvalidFileException(Locked);
            return;
        }

        try
        {
            using var package = new ZipArchive(AsStream(content), ZipArchiveMode.Read);
            // What a part says about its size is a limit for who unpacks it, so a wrong number can only make it damaged.
            if (package.Entries.Count > MaxParts || UnpacksToMore(package.Entries))
                throw new InvalidFileException($"The file unpacks to more than {MaxUnpacked / 1024 / 1024} MB. Save the sheet with the matches alone, or as CSV (UTF-8), and choose that.");
            if (!package.Entries.Any(part => part.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
                throw new InvalidFileException("This is an archive, or a document of another program. Save the schedule as .xlsx or as CSV (UTF-8), and choose that.");
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidFileException("The file is damaged: it can't be unpacked. Save the schedule again, and choose that.", damaged);
        }
    }

    // A part may claim any number of bytes, so that a sum of two would overflow.
    private static bool UnpacksToMore(IEnumerable<ZipArchiveEntry> parts)
    {
        long left = MaxUnpacked;
        return parts.Any(part => part.Length < 0 || part.Length > left || (left -= part.Length) < 0);
    }

    public static MemoryStream AsStream(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}
