namespace LiveFeed.Domain;

/// <summary>Marks the domain's own services, so that the host finds and registers them.</summary>
public interface IDomainService;
