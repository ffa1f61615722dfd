namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>What was begun on a connection and must follow before anything else. The sender's alone.</summary>
internal struct Unsent
{
    /// <summary>The next bytes.</summary>
    public ReadOnlyMemory<byte> Bytes;

    /// <summary>The rest of a snapshot that is sent in pieces; null if there is none.</summary>
    public IEnumerator<ReadOnlyMemory<byte>>? Pieces;

    public bool GoodbyeQueued;

    /// <summary>Whether nothing was begun.</summary>
    public readonly bool IsEmpty => Bytes.IsEmpty && Pieces is null;

    /// <summary>Takes the next piece, if no bytes are left and there is one.</summary>
    public void TakePiece()
    {
        if (!Bytes.IsEmpty || Pieces is null)
            return;
        if (Pieces.MoveNext())
        {
            Bytes = Pieces.Current;
            return;
        }

        Pieces.Dispose();
        Pieces = null;
    }
}
