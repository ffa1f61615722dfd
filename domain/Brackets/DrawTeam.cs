namespace LiveFeed.Domain.Brackets;

/// <summary>A team of a draw: one that the event has, by its id, or a new one, by its name.</summary>
/// <param name="Id">The team's id.</param>
/// <param name="Name">The name of a team that is made with the draw, in its division.</param>
/// <param name="Seed">How strong it is taken to be; 1 is best. Teams without a seed come after those with one, in the order of the list.</param>
/// <param name="Group">Its club or country. Teams of one group don't meet in the first round of a bracket, if that can be avoided.</param>
public sealed record DrawTeam(int? Id = null, string? Name = null, int? Seed = null, string? Group = null);
