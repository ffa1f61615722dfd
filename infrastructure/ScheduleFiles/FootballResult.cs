using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>The result of a match in a football file.</summary>
/// <param name="Goals">All goals, those of extra time too.</param>
/// <param name="HasExtraTime">Whether there was extra time.</param>
/// <param name="ShootOut">The penalties scored in a shoot-out; null if there was none.</param>
internal sealed record FootballResult(SetScore Goals, bool HasExtraTime, SetScore? ShootOut)
{
    /// <summary>
    /// Reads <c>"score": {"ft": [1, 1], "et": [2, 2], "p": [4, 3]}</c>, <c>"score": [2, 0]</c>, or the members <c>score1</c>, <c>score2</c>,
    /// <c>score1et</c>, <c>score1p</c> and so on of older files. Returns null if the match has no result: the score of a planned match is
    /// missing, empty, or made of nulls.
    /// </summary>
    /// <exception cref="InvalidFileException">The score is none of these.</exception>
    public static FootballResult? Read(JsonElement match, FileLocation location)
    {
        var at = location.Member("score");
        return match.Find("score") switch
        {
            null => Create(Older(match, "", location), Older(match, "et", location), Older(match, "p", location), at),
            { ValueKind: JsonValueKind.Array } list => Create(Pair(list, "score", at), null, null, at),
            { ValueKind: JsonValueKind.Object } score => Create(Member(score, "ft", at), Member(score, "et", at), Member(score, "p", at), at),
            _ => throw new InvalidFileException(at, "'score' must be an object, or two whole numbers"),
        };
    }

    private static FootballResult? Create(SetScore? fullTime, SetScore? extraTime, SetScore? shootOut, FileLocation location)
    {
        if ((extraTime ?? fullTime) is { } goals)
            return new FootballResult(goals, extraTime is not null, shootOut);
        return shootOut is null ? null : throw new InvalidFileException(location, "there is a shoot-out 'p', but no score 'ft' or 'et' before it");
    }

    private static SetScore? Older(JsonElement match, string suffix, FileLocation location) =>
        (match.OptionalCount($"score1{suffix}", location), match.OptionalCount($"score2{suffix}", location)) switch
        {
            (null, null) => null,
            ({ } one, { } two) => new SetScore(one, two),
            _ => throw new InvalidFileException(location.Member($"score1{suffix}"), $"of 'score1{suffix}' and 'score2{suffix}' one is missing"),
        };

    private static SetScore? Member(JsonElement score, string name, FileLocation location) =>
        score.Find(name) is { } pair ? Pair(pair, name, location.Member(name)) : null;

    private static SetScore? Pair(JsonElement pair, string name, FileLocation location)
    {
        var isEmpty = pair.ValueKind == JsonValueKind.Array && pair.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Null);
        return isEmpty ? null : pair.AsPoints(name, location);
    }
}
