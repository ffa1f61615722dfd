namespace LiveFeed.Infrastructure.Incidents;

internal static class IncidentOrder
{
    /// <summary>Orders the incidents of one match as they were recorded.</summary>
    public static IQueryable<Incident> InOrder(this IQueryable<Incident> incidents) =>
        incidents.OrderBy(incident => incident.RecordedAt).ThenBy(incident => incident.Order).ThenBy(incident => incident.Id);
}
