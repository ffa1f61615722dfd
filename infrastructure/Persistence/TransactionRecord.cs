namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// A transaction that was committed. If the response to a COMMIT is lost, this row shows whether the commit succeeded, so that no command
/// runs twice. Kept for a day.
/// </summary>
internal sealed class TransactionRecord
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the row was written in place of the transaction's own, so that the transaction can't commit any more.</summary>
    public required bool Abandoned { get; init; }
}
