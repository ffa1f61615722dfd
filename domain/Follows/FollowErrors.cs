namespace LiveFeed.Domain.Follows;

public static class FollowErrors
{
    public static readonly Error TopicNotFound = new(
        ErrorCode.TopicNotFound, "That can't be followed. What can is events/ and the id of an event, and behind that /teams/ or /matches/ and an id of it.");
}
