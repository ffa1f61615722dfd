using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>Files as they were found in the field. CsvShapesTests has each of their shapes in a file of our own.</summary>
public sealed class FieldFilesTests
{
    private const string Sams = "field/10-schedule-sams-export-cp1252.csv";
    private const string FixtureDownload = "field/11-schedule-fixturedownload.csv";
    private const string SepLine = "field/12-schedule-excel-sep-line.csv";
    private const string ExtraColumns = "field/14-schedule-extra-columns-trailing-commas.csv";
    private const string Placeholders = "field/15-schedule-placeholders.csv";
    private const string Tbc = "field/16-schedule-tbc-against-tbc.csv";
    private const string Calendar = "field/17-schedule-calendar.ics";
    private const string Ansi = "field/schedules/a-german-ansi.csv";
    private const string German = "field/schedules/a-german-excel.csv";
    private const string Semicolon = "field/schedules/b-semicolon-bom.csv";
    private const string American = "field/schedules/c-us-12h.csv";
    private const string AmericanHeadings = "field/schedules/c2-us-12h-headings.csv";
    private const string WithoutIds = "field/schedules/d-missing-ids.csv";
    private const string TextIds = "field/schedules/e-text-ids.csv";

    [DataFact(Sams)]
    public void An_export_of_SAMS()
    {
        var file = Read(Sams);

        Assert.Equal("1046 Landesliga Damen @ Schulhalle (00000 Ort): 1. VC Süd II - VC Nord I, 2025-09-20 09:00", file.Valid().Text(0));
        Assert.Equal("1090 Landesliga Damen @ Halle Mitte (00000 Ort): VC Weißtal - SV Ost", file.Valid().Text(1));
        Assert.Equal("Europe/Berlin", file.Reading.TimeZone);
    }

    [DataFact(FixtureDownload)]
    public void An_export_of_fixturedownload()
    {
        var file = Read(FixtureDownload);

        Assert.Equal("1  @ North Ground: Alpha - Beta, 2026-08-21 18:00", file.Valid().Text(0));
        Assert.Equal("2  @ South Ground: Gamma - Delta, 2026-08-22 13:00", file.Valid().Text(1));
        Assert.Equal(["Round Number", "Result"], file.Reading.IgnoredColumns);
    }

    [DataFact(SepLine)]
    public void A_line_that_names_the_separator() => Assert.Equal("1 Women @ Court 1: Blue - Red, 2026-07-04 14:30", Read(SepLine).Valid().Text(0));

    [DataFact(ExtraColumns)]
    public void Columns_too_many()
    {
        var file = Read(ExtraColumns);

        Assert.Equal("1 Women @ Court 1: Blue - Red, 2026-07-04 14:30-15:30", file.Valid().Text(0));
        Assert.Equal([new Official(OfficialDuty.Referee, Name: "Pink")], file.Schedule!.Matches[0].Officials.Value!);
        Assert.Empty(file.Reading.IgnoredColumns);
    }

    [DataFact(Placeholders)]
    public void Placeholders_of_ten_kinds() => Assert.Equal(["Blue", "Red"], Read(Placeholders).Valid().Teams.Select(team => team.Name));

    [DataFact(Tbc)]
    public void Nobody_against_nobody() => Assert.Equal(["1 Open @ C1: [TBC] - [TBC]", "2 Open @ C1: [N.N.] - [N.N.]"], Texts(Read(Tbc).Valid()));

    [DataFact(Calendar)]
    public void A_calendar() => Assert.Equal(["1  @ Court 1: Blue - Red, 2026-07-04 12:30-13:30"], Texts(Read(Calendar).Valid()));

    [DataFact(Ansi, German)]
    public void A_German_spreadsheet_in_either_encoding()
    {
        var (ansi, utf8) = (Read(Ansi).Valid(), Read(German).Valid());

        Assert.Equal(24, utf8.Matches.Count);
        Assert.Equal("1 U16 weiblich @ Feld 1: VfL Pirna - TuS Fürstenfeldbruck, 2026-11-25 08:00", utf8.Text(0));
        Assert.Equal(Texts(utf8), Texts(ansi));
    }

    [DataFact(Semicolon)]
    public void Semicolons_and_local_times()
    {
        var schedule = Read(Semicolon).Valid();

        Assert.Equal(24, schedule.Matches.Count);
        Assert.Equal("1 U16 weiblich @ Feld 1: MTV München - SV Lohhof, 2026-11-25 08:00-08:50", schedule.Text(0));
    }

    [DataFact(American, AmericanHeadings)]
    public void Twelve_hours_and_the_month_first()
    {
        var schedule = Read(American).Valid();

        Assert.Equal(15, schedule.Matches.Count);
        Assert.Equal("13 15 Open @ Court 1: Mizuno Northern Lights 15-1 - Sunrise 15 Smack, 2026-11-25 11:00-11:50", schedule.Text(12));
        Assert.Equal(Texts(schedule), Texts(Read(AmericanHeadings).Valid()));
    }

    [DataFact(WithoutIds)]
    public void Matches_without_ids_keep_those_they_got()
    {
        var file = Read(WithoutIds);
        var stored = IdReconciler.Reconcile(file.Valid(), new Schedule([], [], [], []), [], file.OwnIds);

        Assert.Equal(Enumerable.Range(1, 15), stored.Matches.Select(match => match.Id.Value));
        Assert.Equal(stored.Matches, IdReconciler.Reconcile(file.Valid(), stored, [], file.OwnIds).Matches);
    }

    [DataFact(TextIds)]
    public void Texts_as_ids()
    {
        var file = Read(TextIds);
        var stored = IdReconciler.Reconcile(file.Valid(), new Schedule([], [], [], []), [], file.OwnIds);

        Assert.Equal("1 (M01) U16 @ Feld 1: MTV München - SV Lohhof, 2026-11-25 08:00", stored.Text(0));
        Assert.Equal([1, 2, 3, 4, 5], stored.Matches.Select(match => match.Id.Value));
    }

    private static ScheduleFile Read(string file) => CsvFiles.Read(File.ReadAllBytes(DataFactAttribute.PathOf(file)));

    private static IEnumerable<string> Texts(Schedule schedule) => Enumerable.Range(0, schedule.Matches.Count).Select(schedule.Text);
}
