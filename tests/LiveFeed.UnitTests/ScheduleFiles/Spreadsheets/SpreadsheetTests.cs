using System.Buffers.Binary;
using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Schedules;
using LiveFeed.UnitTests.ScheduleFiles.Csv;

namespace LiveFeed.UnitTests.ScheduleFiles.Spreadsheets;

public sealed class SpreadsheetTests
{
    private static readonly object?[] Headings = ["Nr", "Klasse", "Feld", "Heim", "Gast", "Datum", "Uhrzeit", "Dauer"];

    private const int Unpacked = 64 * 1024 * 1024;

    [Fact]
    public void A_workbook_is_read_as_the_CSV_with_the_same_cells()
    {
        var workbook = new Workbook().Sheet(
            "Plan",
            ["Spielplan Sommercup"],
            Headings,
            [1, "Damen", "Feld 1", "Blau", "Rot", new DateOnly(2026, 7, 4), new TimeOnly(14, 30), 50],
            [2.0, "Damen", "Feld 2", "Sieger Spiel 1", "Grün, Stadt", new DateOnly(2026, 7, 4), new TimeOnly(15, 5), new TimeOnly(1, 0)],
            [null, null, null, null, null, null, null, "Stand: heute"]);

        var (file, csv) = (CsvFiles.Read(workbook.ToBytes()), CsvFiles.Read(
            """
            Spielplan Sommercup
            Nr;Klasse;Feld;Heim;Gast;Datum;Uhrzeit;Dauer
            1;Damen;Feld 1;Blau;Rot;04.07.2026;14:30;50
            2;Damen;Feld 2;Sieger Spiel 1;Grün, Stadt;04.07.2026;15:05;1:00
            ;;;;;;;Stand: heute
            """));

        Assert.Equal(ScheduleFormat.Spreadsheet, file.Format);
        Assert.Equal(Json(csv.Valid()), Json(file.Valid()));
        Assert.Equal("1 Damen @ Feld 1: Blau - Rot, 2026-07-04 12:30-13:20", file.Valid().Text(0));
        Assert.Equal(csv.Reading.Notes, file.Reading.Notes);
        Assert.Equal((csv.OwnIds, csv.Reading.TimeZone), (file.OwnIds, file.Reading.TimeZone));
        Assert.Equal(csv.Reading.Mapping, file.Reading.Mapping);
    }

    [Fact]
    public void A_date_with_its_time_is_read_to_the_second_and_an_id_may_be_a_text() => Assert.Equal(
        ["1 (M7)  @ : A - B, 2026-11-25 08:05", "2 (M8)  @ : A - C, 2026-11-25 13:29"],
        Lines(new Workbook().Sheet(
            "Plan",
            ["Match no", "Home", "Away", "Start"],
            ["M7", "A", "B", new DateTime(2026, 11, 25, 9, 5, 0)],
            ["M8", "A", "C", new DateTime(2026, 11, 25, 14, 29, 59)])));

    [Fact]
    public void A_workbook_of_before_2007_is_read_too()
    {
        var file = CsvFiles.Read(OldWorkbook.Create(["Match no", "Home", "Away", "Start"], [7, "Blue", "Winner of match 3", 46351.378472222]));

        Assert.Equal("7  @ : Blue - [Winner of match 3], 2026-11-25 08:05", file.Valid().Text(0));
        Assert.Equal(ScheduleFormat.Spreadsheet, file.Format);
    }

    [Fact]
    public void The_first_sheet_with_rows_is_read_and_named()
    {
        var file = CsvFiles.Read(new Workbook().Sheet("Cover").Sheet("Pool play", ["Home", "Away"], ["A", "B"]).Sheet("Old", ["Home", "Away"], ["C", "D"]).ToBytes());

        Assert.Equal("1  @ : A - B", file.Valid().Text(0));
        Assert.Equal("The file has 3 sheets. \"Pool play\" was read, the first one with rows.", Assert.Single(file.Reading.Notes).Message);
    }

    [Fact]
    public void A_fault_names_the_row_and_the_column()
    {
        var faults = CsvFiles.Read(new Workbook().Sheet("Plan", ["Id", "Home", "Away", "Start"], [1, "A", "B", new DateTime(2026, 7, 4, 10, 0, 0)], [2, "A", "B", "soon"]).ToBytes()).Faults;

        Assert.Equal((3, "Start"), (Assert.Single(faults).Line, faults[0].Column));
    }

    [Fact]
    public void A_workbook_without_headings_is_mapped_by_the_numbers_of_its_columns() => Assert.Equal(
        "4  @ Court 1: A - B",
        CsvFiles.Read(
            new Workbook().Sheet("Plan", [4, "A", "B", "Court 1"]).ToBytes(), null,
            new Dictionary<ScheduleField, string> { [ScheduleField.Id] = "column 1", [ScheduleField.Team1] = "column 2", [ScheduleField.Team2] = "Column 3", [ScheduleField.Court] = "column4" }).Valid().Text(0));

    [Fact]
    public void What_is_no_workbook_is_named()
    {
        var whole = new Workbook().Sheet("Plan", Headings, [1, "D", "F", "A", "B"]).ToBytes();

        Assert.StartsWith("The file is damaged", Fault(whole[..(whole.Length / 2)]));
        Assert.StartsWith("This is an archive, or a document of another program", Fault(Workbook.Zip(("word/document.xml", "<w/>"))));
        Assert.StartsWith("This is no workbook of Excel, or it is damaged", Fault(Workbook.Zip(("xl/workbook.xml", "<workbook"))));
        Assert.StartsWith("This is no workbook of Excel, or it is damaged", Fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]]));
        Assert.StartsWith("The file is protected by a password", Fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[2000]]));
        Assert.StartsWith("The file is empty", Fault(new Workbook().Sheet("Plan").ToBytes()));
    }

    /// <summary>Some kilobytes that unpack to 64 MB, and likewise with a size that is a lie.</summary>
    [Fact]
    public void A_bomb_is_rejected_before_it_is_unpacked()
    {
        var bomb = new Workbook().RawSheet("Plan", new string(' ', Unpacked)).ToBytes();
        var forged = WithDeclaredSize(bomb, Unpacked, 1_000);
        Assert.InRange(bomb.Length, 1_000, 2_000_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (fault, second) = (Fault(bomb), Fault(forged));

        Assert.StartsWith("The file unpacks to more than 32 MB", fault);
        Assert.StartsWith("This is no workbook of Excel, or it is damaged", second);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    /// <summary>Two parts that claim so much that the sum of both has no place in 64 bits.</summary>
    [Fact]
    public void A_bomb_whose_size_overflows_is_rejected_like_any_other() => Assert.StartsWith(
        "The file unpacks to more than 32 MB", Fault(WithZip64Size(Workbook.Zip(("xl/workbook.xml", "<workbook/>"), ("xl/styles.xml", "<styles/>")), long.MaxValue)));

    [Fact]
    public void One_long_text_in_many_cells_is_rejected_at_the_first()
    {
        var row = string.Concat(Enumerable.Range(0, 20).Select(column => $"<c r=\"{(char)('A' + column)}1\" t=\"s\"><v>0</v></c>"));
        Assert.Equal("A cell has at most 1000 characters.", Fault(new Workbook().Text(new string('x', 4_000_000)).RawSheet("Plan", $"<row r=\"1\">{row}</row>").ToBytes()));
    }

    [Fact]
    public void Too_many_columns_rows_or_matches_are_named()
    {
        Assert.StartsWith("The sheet has 16384 columns", Fault(new Workbook().RawSheet("Plan", "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").ToBytes()));
        Assert.Equal("A line has at most 64 fields.", Fault(new Workbook().RawSheet("Plan", "<row r=\"1\"><c r=\"CZ1\"><v>1</v></c></row>").ToBytes()));
        var rows = Enumerable.Range(1, Schedule.MaxMatches + 200).Select(id => new object?[] { id, "A", "B" });
        Assert.Contains("at most 10000 matches", Fault(new Workbook().Sheet("Plan", [["Id", "Home", "Away"], .. rows]).ToBytes()));
    }

    [Fact]
    public void A_sheet_that_is_blank_but_for_its_last_row_is_read() => Assert.Equal(
        "7  @ : A - B",
        Assert.Single(Lines(new Workbook().Text("Id").Text("Home").Text("Away").Text("A").Text("B").RawSheet(
            "Plan",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c><c r=\"B1048576\" t=\"s\"><v>3</v></c><c r=\"C1048576\" t=\"s\"><v>4</v></c></row>"))));

    [Fact]
    public void A_broken_workbook_is_never_more_than_a_fault()
    {
        var (whole, random) = (new Workbook().Sheet("Plan", Headings, [1, "D", "F", "A", "B", new DateOnly(2026, 7, 4), new TimeOnly(14, 30), 50]).ToBytes(), new Random(7));
        for (var round = 0; round < 400; round++)
        {
            var broken = whole.ToArray();
            for (var count = random.Next(1, 8); count > 0; count--)
                broken[random.Next(4, broken.Length)] = (byte)random.Next(256);
            var file = CsvFiles.Read(broken);
            Assert.True(file.Schedule is not null || file.Faults.Count > 0);
        }
    }

    private static IEnumerable<string> Lines(Workbook workbook)
    {
        var schedule = CsvFiles.Read(workbook.ToBytes()).Valid();
        return schedule.Matches.Select((_, index) => schedule.Text(index));
    }

    private static string Fault(byte[] content)
    {
        var fault = CsvFiles.Read(content).Faults[0];
        Assert.Equal("invalid_schedule", fault.Code);
        return fault.Message;
    }

    // A size of 0xFFFFFFFF in the central directory says that an extra field of eight bytes has it (PKWARE APPNOTE, 4.5.3).
    private static byte[] WithZip64Size(byte[] zip, long size)
    {
        const int SizeAt = 24, NameLengthAt = 28, ExtraLengthAt = 30, CommentLengthAt = 32, Header = 46, DirectorySizeAt = 12;
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var at = BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(end + DirectorySizeAt + sizeof(int)));
        List<byte> forged = [.. zip.AsSpan(0, at)];
        for (var next = at; next < end; next += Length(zip, next))
        {
            var entry = zip[next..(next + Length(zip, next))];
            BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(SizeAt), uint.MaxValue);
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(ExtraLengthAt), 12);
            forged.AddRange([.. entry, 1, 0, 8, 0, .. BitConverter.GetBytes(size)]);
        }

        var last = zip[end..];
        BinaryPrimitives.WriteInt32LittleEndian(last.AsSpan(DirectorySizeAt), forged.Count - at);
        return [.. forged, .. last];

        static int Length(byte[] zip, int entry) => Header
            + new[] { NameLengthAt, ExtraLengthAt, CommentLengthAt }.Sum(field => BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(entry + field)));
    }

    private static byte[] WithDeclaredSize(byte[] zip, int size, int declared)
    {
        var (forged, from, to) = (zip.ToArray(), BitConverter.GetBytes(size + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData></sheetData></worksheet>".Length), BitConverter.GetBytes(declared));
        for (var at = forged.AsSpan().IndexOf(from); at >= 0; at = forged.AsSpan().IndexOf(from))
            to.CopyTo(forged, at);
        return forged;
    }

    private static string Json(Schedule schedule) => JsonSerializer.Serialize(schedule, ApiJson.Options);
}
