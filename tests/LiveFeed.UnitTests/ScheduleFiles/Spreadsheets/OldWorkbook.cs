using System.Text;

namespace LiveFeed.UnitTests.ScheduleFiles.Spreadsheets;

/// <summary>A workbook with one sheet in the format of before 2007 (.xls): records of BIFF8 in a compound file.</summary>
internal static class OldWorkbook
{
    private const int Sector = 512;

    // A smaller stream would be in a file system of its own within the compound file.
    private const int SmallestStream = 4096;

    /// <summary>A cell is a text or a number.</summary>
    public static byte[] Create(params object[][] rows)
    {
        var start = Record(0x0809, [.. Words(0x0600, 0x0005, 0, 0), .. new byte[8]]);
        var offset = start.Length + 4 + 12 + 4;
        byte[] stream =
        [
            .. start,
            .. Record(0x0085, [.. BitConverter.GetBytes(offset), 0, 0, 4, 0, .. Encoding.ASCII.GetBytes("Plan")]),
            .. Record(0x000A, []),
            .. Record(0x0809, [.. Words(0x0600, 0x0010, 0, 0), .. new byte[8]]),
            .. Record(0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), .. Words(0, rows.Max(row => row.Length), 0)]),
            .. rows.SelectMany((row, at) => row.SelectMany((cell, column) => cell is string text
                ? Record(0x0204, [.. Words(at, column, 0, text.Length), 0, .. Encoding.Latin1.GetBytes(text)])
                : Record(0x0203, [.. Words(at, column, 0), .. BitConverter.GetBytes(Convert.ToDouble(cell, null))]))),
            .. Record(0x000A, []),
        ];
        Array.Resize(ref stream, Math.Max(SmallestStream, (stream.Length + Sector - 1) / Sector * Sector));
        return [.. Header(), .. Sectors(stream.Length / Sector), .. Directory(stream.Length), .. stream];
    }

    private static byte[] Header() =>
    [
        0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], .. Words(0x3E, 3, 0xFFFE, 9, 6), .. new byte[6], .. Numbers(0, 1, 1, 0, SmallestStream, -2, 0, -2, 0, 0),
        .. Enumerable.Repeat((byte)0xFF, 108 * 4),
    ];

    // The allocation table itself, the directory, and the stream from the third sector on.
    private static byte[] Sectors(int count) =>
        [.. Numbers([-3, -2, .. Enumerable.Range(3, count - 1), -2, .. Enumerable.Repeat(-1, (Sector / 4) - 2 - count)])];

    private static byte[] Directory(int length) =>
        [.. Entry("Root Entry", 5, 1, -2, 0), .. Entry("Workbook", 2, -1, 2, length), .. new byte[2 * 128]];

    private static byte[] Entry(string name, byte type, int child, int start, int length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        Words((name.Length + 1) * 2).CopyTo(entry, 64);
        (entry[66], entry[67]) = (type, 1);
        Numbers(-1, -1, child).CopyTo(entry, 68);
        Numbers(start, length).CopyTo(entry, 116);
        return entry;
    }

    private static byte[] Record(int id, byte[] data) => [.. Words(id, data.Length), .. data];

    private static byte[] Words(params int[] numbers) => [.. numbers.SelectMany(number => BitConverter.GetBytes((ushort)number))];

    private static byte[] Numbers(params int[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];
}
