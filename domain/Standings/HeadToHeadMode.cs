namespace LiveFeed.Domain.Standings;

/// <summary>What happens if comparing level teams by their own matches separates some of them, and leaves others level.</summary>
public enum HeadToHeadMode
{
    /// <summary>Those still level go on to the next criterion.</summary>
    Once,

    /// <summary>After the last of the head-to-head criteria, those still level begin again with the first of these, by their own matches alone.</summary>
    Reapplied,

    /// <summary>As soon as any criterion has separated some, those still level begin again with the first criterion of all.</summary>
    Restarted,
}
