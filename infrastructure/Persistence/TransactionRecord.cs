namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// A transaction that was committed. When the answer to a COMMIT is lost, its row tells whether the commit went through, so that no
/// command runs twice. Kept for a day.
/// </summary>
internal sealed class TransactionRecord
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the row was written in the transaction's place, once it was certain to be lost.</summary>
    public required bool Abandoned { get; init; }
}
