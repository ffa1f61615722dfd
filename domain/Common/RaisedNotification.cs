using MediatR;

namespace LiveFeed.Domain;

/// <summary>A notification that an aggregate has raised.</summary>
/// <param name="Order">Grows with every notification of the process: they are published in the order in which they were raised.</param>
/// <param name="Notification">The notification.</param>
public readonly record struct RaisedNotification(long Order, INotification Notification);
