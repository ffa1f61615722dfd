namespace LiveFeed.Domain.Permissions;

/// <summary>Who may read a user's own topic: the user alone, not even an administrator.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Version">The access version at which it was read.</param>
/// <param name="Sequence">The sequence of the feed at which it was read.</param>
public sealed record UserAccess(UserId UserId, long Version, long Sequence) : FeedAccess(Version, Sequence)
{
    public static readonly Error SignInRequired = new(ErrorCode.TokenRequired, "The topic me is what is yours alone. Sign in with an account, and send your access token.");

    public override bool IsPublic => false;

    public override bool Archived => false;

    public override Error? CheckReadAccess(ReaderIdentity reader) => IsOwner(reader) ? null : SignInRequired;

    public override bool MayManage(ReaderIdentity reader) => IsOwner(reader);

    public override bool SeesFullNames(ReaderIdentity reader) => false;

    private bool IsOwner(ReaderIdentity reader) => reader.ScorerLink is null && reader.UserId == UserId;
}
