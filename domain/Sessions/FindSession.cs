using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>
/// Finds the session of a refresh token, used or not. A text that is no token of this server is rejected by this read, so that it never
/// uses the writer's time.
/// </summary>
public sealed record FindSession(string RefreshToken) : IRequest<Result<FoundSession>>;

/// <summary>The user of a session, and the family of its tokens.</summary>
public sealed record FoundSession(UserId UserId, string FamilyId);

internal sealed class FindSessionHandler(ISessionStore sessions) : IRequestHandler<FindSession, Result<FoundSession>>
{
    public async Task<Result<FoundSession>> Handle(FindSession request, CancellationToken cancellationToken) =>
        await sessions.FindAsync(Secrets.Hash(request.RefreshToken)) is { } token
            ? new FoundSession(token.UserId, token.FamilyId)
            : RefreshSessionHandler.Refused;
}
