namespace LiveFeed.Domain.ImportExport;

/// <summary>Something that was not imported.</summary>
/// <param name="Kind"><c>score</c>, <c>claim</c> or <c>coveragePlan</c>.</param>
/// <param name="MatchId">The match, if it is about one.</param>
/// <param name="Reason">A stable code: <c>server_newer</c>, <c>same_time</c>, <c>match_not_found</c>, <c>invalid_score</c>, <c>score_follows_rubbers</c>,
/// <c>expired</c>, <c>user_not_found</c>, <c>not_a_scorer</c>, <c>not_a_member</c>, <c>too_many_matches</c>.</param>
/// <param name="Message">The reason, for people.</param>
/// <param name="Server">What the server has instead.</param>
/// <param name="Index">Its position, from 0, in the request's list of its kind.</param>
public sealed record ImportConflict(string Kind, MatchId? MatchId, string Reason, string Message, object? Server = null, int Index = 0);
