namespace LiveFeed.Api.Exports;

/// <summary>The beginnings of exported files, for the description of the API.</summary>
internal static class ExportSamples
{
    public const string Schedule =
        """
        id,number,division,court,team1,team2,team1Label,team2Label,startsAt (Europe/Berlin),endsAt (Europe/Berlin)
        1,M1,Women,Court 1,Blue,Red,,,2026-07-04 14:30,2026-07-04 15:30
        2,M2,Women,Court 1,,"Green, City",Winner of match 1,,2026-07-04 16:30,
        """;

    public const string Results =
        """
        id,number,division,court,team1,team2,team1Label,team2Label,startsAt (Europe/Berlin),endsAt (Europe/Berlin),status,winner,outcome,setsWon1,setsWon2,total1,total2,decider1,decider2,set1Team1,set1Team2,set2Team1,set2Team2
        1,M1,Women,Court 1,Blue,Red,,,2026-07-04 14:30,2026-07-04 15:30,final,Blue,,2,0,,,,,25,20,25,18
        """;

    public const string Calendar =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//LiveFeed//Matches//EN
        X-WR-CALNAME:Summer Cup
        BEGIN:VEVENT
        UID:1.summer-cup@livefeed
        DTSTAMP:20260704T133512Z
        DTSTART:20260704T123000Z
        DTEND:20260704T133000Z
        LAST-MODIFIED:20260704T133512Z
        SEQUENCE:205335312
        STATUS:CONFIRMED
        SUMMARY:Blue - Red 2:0 (25:20\, 25:18)
        LOCATION:Court 1
        CATEGORIES:Women
        END:VEVENT
        END:VCALENDAR
        """;
}
