namespace LiveFeed.Domain.Events;

/// <summary>Who may read an event.</summary>
public enum Visibility
{
    /// <summary>Anyone.</summary>
    Public,

    /// <summary>Its members and administrators.</summary>
    Members,
}
