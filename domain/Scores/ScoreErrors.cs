namespace LiveFeed.Domain.Scores;

/// <summary>Errors that come with the score as it is stored, so that whoever gets one can decide anew.</summary>
internal static class ScoreErrors
{
    /// <summary>The score has another version than the one on which a request is based.</summary>
    public static Error Changed(Score? current) =>
        WithCurrent(ErrorCode.VersionMismatch, "The score has changed since you read it. Read it again and decide anew.", current);

    public static Error WithCurrent(ErrorCode code, string detail, Score? current) =>
        new(code, detail, Extensions: new Dictionary<string, object?> { ["current"] = current?.ToView() });
}
