using System.Text;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>The shapes of CSV files as people and league systems have them. Times are those of Berlin.</summary>
public sealed class CsvShapesTests
{
    // In July Berlin is two hours ahead of UTC.
    private const string Blue = "1 Women @ Court 1: Blue - Red, 2026-07-24 12:30-13:20";

    [Theory]
    [InlineData("id,division,court,team1,team2,startsAt,endsAt\n1,Women,Court 1,Blue,Red,2026-07-24T12:30:00Z,2026-07-24T13:20:00Z\n")]
    [InlineData("id;division;court;team1;team2;startsAt;endsAt\n1;Women;Court 1;Blue;Red;24.07.2026 14:30;24.07.2026 15:20\n")]
    [InlineData("id\tdivision\tcourt\tteam1\tteam2\tstartsAt\tendsAt\r\n1\tWomen\tCourt 1\tBlue\tRed\t2026-07-24 14:30\t15:20\r\n")]
    [InlineData("id|division|court|team1|team2|startsAt|duration\n1|Women|Court 1|Blue|Red|24/07/2026 14:30|50\n")]
    [InlineData("\uFEFFsep=;\r\nid;division;court;team1;team2;startsAt;endsAt\r\n1;Women;Court 1;Blue;Red;2026-07-24T14:30:00+02:00;2026-07-24T15:20:00+02:00\r\n")]
    [InlineData("Summer Cup 2026,,,,,,\nAs of 1 July,,,,,,\n\nMatch #,Division,Court,Team 1,Team 2,Start,End\n1,Women,Court 1,Blue,Red,7/24/2026 2:30 PM,7/24/2026 3:20 PM\n")]
    [InlineData("Nr;Datum;Zeit;Ende;Feld;Klasse;Mannschaft 1;Mannschaft 2;Schiedsgericht;;\n1;24.07.2026;14:30 Uhr;15:20;Court 1;Women;Blue;Red;Green;;\n\n;;;;;;;;;;\n")]
    [InlineData("N° match,Catégorie,Terrain,Équipe 1,Équipe 2,Date,Heure,Durée\n1,Women,Court 1,Blue,Red,ven. 24 juil. 2026,14h30,0:50\n")]
    [InlineData("Número;Categoría;Pista;Local;Visitante;Fecha;Hora;Duración\n1;Women;Court 1;Blue;Red;24 de julio de 2026;14:30;50 min\n")]
    [InlineData("Gara;Girone;Campo;Squadra casa;Squadra ospite;Data;Ora;Ora fine\n1;Women;Court 1;Blue;Red;24/07/2026;14.30;15.20\n")]
    [InlineData("Date,Match,Division,Court,No,End\n\"Jul 24, 2026 2:30 PM\",Blue - Red,Women,Court 1,1,3:20 PM\n")]
    [InlineData("id,division,court,teams,startsAt,endsAt\n1,Women,Court 1,Blue vs. Red,46227.604166667,46227.638888889\n")]
    [InlineData("id,division,court,team1,team2,startsAt,endsAt\n1,Women,\"Court\n1\",Blue,Red,2026-07-24T12:30Z,2026-07-24T13:20z\nid,division,court,team1,team2,startsAt,endsAt\n")]
    public void A_file_is_read_however_it_is_written(string file) => Assert.Equal(Blue, CsvFiles.Read(file).Valid().Text(0));

    [Fact]
    public void Text_of_Windows_and_UTF_16_is_read()
    {
        const string File = "Nr;Mannschaft 1;Mannschaft 2;Platz\r\n1;1. VC Süd II;VC Weißtal – Nord;Halle „Mitte“\r\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(File),
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(File)],
            [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(File)],
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(File),
        ];

        Assert.All(files, file => Assert.Equal("1  @ Halle „Mitte“: 1. VC Süd II - VC Weißtal – Nord", CsvFiles.Read(file).Valid().Text(0)));
    }

    [Fact]
    public void A_league_system_writes_midnight_as_long_as_a_time_is_not_fixed()
    {
        var file = CsvFiles.Read(
            """
            "Datum";"Uhrzeit";"#";"ST";"Mannschaft 1";"Mannschaft 2";"Schiedsgericht";"Austragungsort/Ergebnis";"Austragungsort";"Spielrunde";
            "20.09.2025";"11:00:00";"1046";"Spieltag 8";"1. VC Süd II";"VC Nord I";"SV Ost";"Schulhalle";"Schulhalle";"Landesliga";
            "10.01.2026";"00:00:00";"1090";"Spieltag 16";"VC Weißtal";"SV Ost";"-";"Halle Mitte";"Halle Mitte";"Landesliga";
            """);

        Assert.Equal("1046 Landesliga @ Schulhalle: 1. VC Süd II - VC Nord I, 2025-09-20 09:00", file.Valid().Text(0));
        Assert.Equal("1090 Landesliga @ Halle Mitte: VC Weißtal - SV Ost", file.Valid().Text(1));
        Assert.Equal(["SV Ost", null], file.Valid().Matches.Select(match => file.Valid().View(match).WorkTeam?.Name));
        Assert.Null(file.Valid().Matches[1].Officials.Value);
        Assert.Equal(["ST", "Austragungsort/Ergebnis"], file.Reading.IgnoredColumns);
        Assert.Contains(file.Reading.Notes, note => note.Message.StartsWith("1 of 2 matches have a date without a time", StringComparison.Ordinal));
    }

    [Fact]
    public void The_zone_is_named_only_if_a_time_was_read_in_it()
    {
        Assert.Equal("Europe/Berlin", CsvFiles.Read("id,team1,team2,startsAt\n1,A,B,2026-07-24 14:30\n").Reading.TimeZone);
        Assert.Null(CsvFiles.Read("id,team1,team2,startsAt\n1,A,B,2026-07-24T14:30Z\n").Reading.TimeZone);
    }

    [Fact]
    public void A_match_may_end_after_midnight() =>
        Assert.Equal(new DateTimeOffset(2026, 7, 24, 22, 30, 0, TimeSpan.Zero), CsvFiles.Read("id,team1,team2,date,start,end\n1,Blue,Red,24.07.2026,23:30,00:30\n").Valid().Matches[0].EndsAt);

    [Fact]
    public void The_preview_says_what_each_column_was_read_as()
    {
        var reading = CsvFiles.Read("Nr;Datum;Zeit;Feld;Klasse;Mannschaft 1;Mannschaft 2;Trikot\n1;24.07.2026;14:30;1;U16;Blue;Red;gelb\n").Reading;

        Assert.Equal(
            [
                (ScheduleField.Id, "Nr"), (ScheduleField.Division, "Klasse"), (ScheduleField.Court, "Feld"), (ScheduleField.Team1, "Mannschaft 1"),
                (ScheduleField.Team2, "Mannschaft 2"), (ScheduleField.Date, "Datum"), (ScheduleField.Time, "Zeit"),
            ],
            reading.Mapping.Select(column => (column.Key, column.Value)));
        Assert.Equal(["Trikot"], reading.IgnoredColumns);
    }

    [Fact]
    public void A_mapping_names_headings_that_nobody_could_guess()
    {
        const string File = "Nr,Hier spielt,Dort spielt,Bahn\n1,Blue,Red,Court 1\n";

        var guessed = CsvFiles.Read(File);
        var given = CsvFiles.Read(File, mapping: new Dictionary<ScheduleField, string> { [ScheduleField.Team1] = "Hier spielt", [ScheduleField.Team2] = "dort spielt", [ScheduleField.Court] = "Bahn" });
        var wrong = CsvFiles.Read(File, mapping: new Dictionary<ScheduleField, string> { [ScheduleField.Team1] = "Heim" });

        Assert.All(guessed.Faults, fault => Assert.Equal("mapping", fault.Path));
        Assert.Equal("1  @ Court 1: Blue - Red", given.Valid().Text(0));
        Assert.StartsWith("The mapping says that team1 is the column \"Heim\", but there is none. The headings are \"Nr\", \"Hier spielt\"", wrong.Faults[0].Message);
    }

    [Fact]
    public void Placeholders_are_labels_and_may_play_each_other()
    {
        var file = CsvFiles.Read("id,team1,team2\n1,1A,2B\n2,TBC,TBC\n3,N.N.,N.N.\n4,Sieger Spiel 12,Blue\n5,,\n6,Bye 1,Red\n");

        var schedule = file.Valid();

        Assert.Equal(["Blue", "Red"], schedule.Teams.Select(team => team.Name));
        Assert.Equal("4  @ : [Sieger Spiel 12] - Blue", schedule.Text(3));
        Assert.Contains(file.Reading.Notes, note => note.Message == "Read as placeholders, and not as teams: \"1A\", \"2B\", \"TBC\", \"N.N.\", \"Sieger Spiel 12\", \"Bye 1\".");
    }

    [Fact]
    public void Names_that_differ_in_case_blanks_or_form_only_are_one_and_look_alikes_are_told()
    {
        var file = CsvFiles.Read(
            "id,division,team1,team2\n1,U16,Blue Team,Red\n2,u16,BLUE  team,Gre\u0301goire\n3,U16,Gr\u00E9goire,TSV Grünwald\n4,U16,TSV Gruenwald,Red\n5,U18,Red,Saints 1\n6,U18,Saints 2,Mountaneers\n7,U18,Mountaineers,Red\n");

        var schedule = file.Valid();

        Assert.Equal(["U16", "U18"], schedule.Divisions.Select(division => division.Name));
        Assert.Equal(["Blue Team", "Red", "Gre\u0301goire", "TSV Grünwald", "TSV Gruenwald", "Red", "Saints 1", "Saints 2", "Mountaneers", "Mountaineers"], schedule.Teams.Select(team => team.Name));
        var notes = file.Reading.Notes.Select(note => note.Message).ToList();
        Assert.Contains(notes, note => note.StartsWith("\"BLUE team\" is the same team as \"Blue Team\"", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("\"TSV Gruenwald\" looks like \"TSV Grünwald\" on line 4", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("\"Mountaineers\" looks like \"Mountaneers\" on line 7", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("\"Red\": the name is in several divisions", StringComparison.Ordinal));
        Assert.DoesNotContain(notes, note => note.Contains("Saints", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_without_a_match_is_passed_over_and_named()
    {
        var file = CsvFiles.Read("id,team1,team2\n1,Blue,Red\nAs of 1 July,,\n");

        Assert.Single(file.Valid().Matches);
        Assert.Equal((3, "There is no match on this line, so it was passed over: \"As of 1 July\"."), file.Reading.Notes.Select(note => (note.Line, note.Message)).Single());
    }
}
