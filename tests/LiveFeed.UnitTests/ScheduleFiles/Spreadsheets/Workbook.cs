using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace LiveFeed.UnitTests.ScheduleFiles.Spreadsheets;

/// <summary>A workbook as Excel writes it: shared texts, numbers, and dates as numbers with a format.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTime Start = new(1899, 12, 30);

    private readonly List<string> texts = [];
    private readonly List<(string Name, string Xml)> sheets = [];

    /// <summary>Adds a sheet. A cell is a text, a number, a date, a date with a time, a time, or null.</summary>
    public Workbook Sheet(string name, params object?[][] rows)
    {
        var xml = new StringBuilder();
        foreach (var (index, row) in rows.Index())
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">{string.Concat(row.Select((cell, column) => Cell($"{(char)('A' + column)}{index + 1}", cell)))}</row>");
        return RawSheet(name, xml.ToString());
    }

    public Workbook RawSheet(string name, string rows)
    {
        sheets.Add((name, rows));
        return this;
    }

    public Workbook Text(string text)
    {
        texts.Add(text);
        return this;
    }

    public byte[] ToBytes() => Zip([.. Parts()]);

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    private IEnumerable<(string Name, string Content)> Parts()
    {
        yield return ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        yield return ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>"))}</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))}<Relationship Id=\"rId98\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId99\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        yield return ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"20\" applyNumberFormat=\"1\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        foreach (var (index, sheet) in sheets.Index())
            yield return ($"xl/worksheets/sheet{index + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Xml}</sheetData></worksheet>");
        yield return ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>");
    }

    private string Cell(string at, object? value)
    {
        string Number(double number, int style) => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\"><v>{number:R}</v></c>");
        switch (value)
        {
            case null:
                return "";
            case string text:
                texts.Add(text);
                return $"<c r=\"{at}\" t=\"s\"><v>{texts.Count - 1}</v></c>";
            case DateOnly date:
                return Number((date.ToDateTime(TimeOnly.MinValue) - Start).TotalDays, 1);
            case TimeOnly time:
                return Number(time.ToTimeSpan().TotalDays, 2);
            case DateTime moment:
                return Number((moment - Start).TotalDays, 3);
            default:
                return Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), 0);
        }
    }
}
