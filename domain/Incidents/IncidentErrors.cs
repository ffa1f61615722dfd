namespace LiveFeed.Domain.Incidents;

public static class IncidentErrors
{
    public static readonly Error NotFound = new(ErrorCode.IncidentNotFound, "There is no incident with this id in the event.");
}
