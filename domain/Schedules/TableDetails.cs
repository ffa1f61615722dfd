namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Compares what a table says of officials and formats with what is stored. A table says less: it has names without accounts, and the format of a match,
/// whether it is the match's own or that of its division.
/// </summary>
public static class TableDetails
{
    /// <summary>Returns the schedule without officials and formats that say the same as what is stored, and with the officials that a table doesn't name.</summary>
    /// <param name="planned">The schedule as it was read from the table, with the ids under which its items are stored.</param>
    /// <param name="stored">The schedule as it is.</param>
    public static Schedule Reconcile(Schedule planned, Schedule stored)
    {
        var (known, divisions) = (stored.Matches.ToDictionary(match => match.Id), stored.Divisions.ToDictionary(division => division.Id, division => division.Format.Value));
        return planned with
        {
            Matches = [.. planned.Matches.Select(match => match with { Officials = Officials(match, known.GetValueOrDefault(match.Id)), Format = Format(match, known.GetValueOrDefault(match.Id)) })],
        };

        Optional<FormatChoice> Format(ScheduledMatch match, ScheduledMatch? before)
        {
            var ofDivision = match.DivisionId is { } division ? divisions.GetValueOrDefault(division) : null;
            return (match with { Format = default }).AppliedTo(before).FormatIn(ofDivision)?.Resolve() == match.Format.Value?.Resolve() ? default : match.Format;
        }
    }

    // Whoever has a duty that the table names nobody for keeps it, and so does an account without a name: no table has it.
    private static Optional<EquatableList<Official>> Officials(ScheduledMatch match, ScheduledMatch? before)
    {
        if (match.Officials.Value is not { } named || before?.Officials.Value is not { } stored)
            return match.Officials;
        var (duties, names) = (named.Select(official => official.Duty).ToHashSet(), named.Select(Key).ToHashSet());
        List<Official> stay = [.. stored.Where(official => official.Name is null || !duties.Contains(official.Duty) || names.Contains(Key(official)))];
        List<Official> all = [.. stay, .. named.ExceptBy(stay.Select(Key), Key)];
        return all.SequenceEqual(stored) ? default : new EquatableList<Official>(all);
    }

    private static (OfficialDuty, string?) Key(Official official) => (official.Duty, official.Name is { } name ? NameKey.Of(name) : null);
}
