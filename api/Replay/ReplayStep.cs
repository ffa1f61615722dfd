namespace LiveFeed.Api.Replay;

/// <summary>Posts one change of a match, counted from 0 within the match.</summary>
internal sealed record ReplayStep(RecordedMatch Match, int Index)
{
    public ScoreChange Change => Match.Timeline[Index];

    public bool IsFirst => Index == 0;

    public bool IsLast => Index == Match.Timeline.Count - 1;
}
