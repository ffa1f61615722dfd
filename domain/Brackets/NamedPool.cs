namespace LiveFeed.Domain.Brackets;

/// <summary>A pool to which labels may refer.</summary>
/// <param name="Id">The pool.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Teams">How many teams it has.</param>
/// <param name="DivisionId">Its division. Many tournaments have a pool A in each division.</param>
public sealed record NamedPool(string Id, string Name, int Teams, int? DivisionId = null);
