using MediatR;

namespace LiveFeed.Domain.Standings;

/// <summary>Gives teams of a pool ranks by hand, with a reason that everybody reads. The other teams keep the order that the rules give.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="PoolId">The pool.</param>
/// <param name="Ranks">All ranks by hand; none, to leave everything to the rules.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record GiveRanks(Actor Actor, EventId EventId, string PoolId, IReadOnlyList<PoolRank> Ranks, string? IdempotencyKey = null)
    : ICommand<Done>, IIdempotent, IEventCommand, IValidatable
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;

    public Error? Validate()
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (index, rank) in Ranks.Index())
        {
            if (rank.Rank < 1)
                errors[$"ranks[{index}].rank"] = ["A rank is a number from 1."];
            if (!DisplayText.IsValid(rank.Reason, PoolRank.MaxReason))
                errors[$"ranks[{index}].reason"] = [$"A reason has 1 to {PoolRank.MaxReason} characters, without line breaks."];
            if (Ranks.Take(index).Any(other => other.TeamId == rank.TeamId))
                errors[$"ranks[{index}].teamId"] = ["This team has a rank already."];
        }

        return errors.Count == 0 ? null : new Error(ErrorCode.InvalidRequest, "The ranks can't be given like this.", errors);
    }
}

internal sealed class GiveRanksHandler(EventAuthorization authorization, IPoolStore pools, IDerivedWork derived) : IRequestHandler<GiveRanks, Result<Done>>
{
    public async Task<Result<Done>> Handle(GiveRanks command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await pools.FindAsync(command.EventId, command.PoolId) is not { } pool)
            return new Error(ErrorCode.PoolNotFound, "The event has no pool with this id. GET /schedule lists the pools of each division.");
        if (command.Ranks.Index().Where(rank => !pool.Has(rank.Item.TeamId)).ToDictionary(rank => $"ranks[{rank.Index}].teamId", _ => new[] { "This team isn't in the pool." }) is { Count: > 0 } strangers)
            return new Error(ErrorCode.InvalidRequest, "The ranks can't be given like this.", strangers);
        pool.GiveRanks(command.Ranks);
        derived.Add(command.EventId, new DerivedChange(Pool: pool.Id));
        return new Done();
    }
}
