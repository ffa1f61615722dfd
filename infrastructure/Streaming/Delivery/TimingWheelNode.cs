namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>Where a timing wheel holds a subscriber. The wheel's alone.</summary>
internal struct TimingWheelNode
{
    /// <summary>The slot; null if the subscriber is not scheduled.</summary>
    public List<Subscriber>? Slot;

    /// <summary>The index in the slot.</summary>
    public int Index;
}
