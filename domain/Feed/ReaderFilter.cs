using System.Collections.Frozen;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// Which entries of a feed a reader wants. An entry must fit every dimension that the filter names. Entries about the event as a whole fit
/// any match, team or division; only a filter by type excludes them.
/// </summary>
public sealed class ReaderFilter
{
    private const string Any = "*";

    private readonly FrozenSet<MatchId>? matches;
    private readonly FrozenSet<int>? teams;
    private readonly FrozenSet<int>? divisions;
    private readonly FrozenSet<string>? types;

    /// <summary>Lets every entry pass.</summary>
    public static readonly ReaderFilter All = new(null, null, null, null);

    public ReaderFilter(
        IReadOnlyCollection<MatchId>? matches, IReadOnlyCollection<int>? teams, IReadOnlyCollection<int>? divisions, IReadOnlyCollection<string>? types)
    {
        this.matches = matches?.ToFrozenSet();
        this.teams = teams?.ToFrozenSet();
        this.divisions = divisions?.ToFrozenSet();
        this.types = types?.ToFrozenSet(StringComparer.Ordinal);
        Key = IsAll ? "" : string.Join('|', Part(matches), Part(teams), Part(divisions), types is null ? Any : string.Join(",", types.Order(StringComparer.Ordinal)));
    }

    /// <summary>Equal for filters that let the same entries pass.</summary>
    public string Key { get; }

    public bool IsAll => matches is null && teams is null && divisions is null && types is null;

    /// <summary>Returns whether an entry of this type and about this subject passes.</summary>
    public bool Matches(string type, in EntrySubject subject)
    {
        if (IsAll)
            return true;
        if (types is not null && !types.Contains(type))
            return false;
        if (subject.MatchId is not { } match)
            return true;
        return (matches is null || matches.Contains(match))
            && (teams is null || In(teams, subject.Team1Id) || In(teams, subject.Team2Id))
            && (divisions is null || In(divisions, subject.DivisionId));
    }

    private static bool In(FrozenSet<int> set, int? id) => id is { } value && set.Contains(value);

    private static string Part<T>(IEnumerable<T>? ids) => ids is null ? Any : string.Join(',', ids.Distinct().Order());
}
