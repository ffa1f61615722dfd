namespace LiveFeed.Domain;

/// <summary>Marks the domain's own helpers, so that the composition finds them.</summary>
public interface IDomainService;
