namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>Finds the ties of a table's rubbers: by what stands in their column of ids, or by their numbers.</summary>
internal sealed class TableTies(IReadOnlyList<TableLine> lines)
{
    private readonly ILookup<string, int> byId = lines.Index().Where(line => line.Item.Id.Length > 0).ToLookup(line => TableIds.Key(line.Item.Id), line => line.Index);
    private readonly ILookup<string, int> byNumber = lines.Index().Where(line => line.Item.Number is not null).ToLookup(line => TableIds.Key(line.Item.Number!), line => line.Index);

    /// <summary>Returns the position of the tie that a line names; null if it names none, or none that there is.</summary>
    public int? Find(TableLine line) => line.PartOf is not { } named ? null
        : byId[TableIds.Key(named)].Concat(byNumber[TableIds.Key(named)]).Select(index => (int?)index).FirstOrDefault();

    /// <summary>Returns a rubber's line without the sides that only repeat those of its tie: it has these anyway.</summary>
    public static TableLine WithoutSidesOf(TableLine tie, TableLine rubber) => rubber with
    {
        Team1 = IsSame(rubber.Team1, tie.Team1) ? "" : rubber.Team1,
        Team2 = IsSame(rubber.Team2, tie.Team2) ? "" : rubber.Team2,
        Label1 = IsSame(rubber.Label1, tie.Label1) ? null : rubber.Label1,
        Label2 = IsSame(rubber.Label2, tie.Label2) ? null : rubber.Label2,
    };

    private static bool IsSame(string? one, string? other) => NameKey.Of(one ?? "") == NameKey.Of(other ?? "");
}
