namespace LiveFeed.Domain;

/// <summary>The behaviours that every command passes through, outermost first.</summary>
public static class Pipeline
{
    // Step W3: the behaviours, outermost first.
    public static IReadOnlyList<Type> Behaviours { get; } =
        [
            typeof(TracingBehaviour<,>), typeof(ValidationBehaviour<,>), typeof(TransactionBehaviour<,>), typeof(IdempotencyBehaviour<,>), typeof(JobBehaviour<,>),
            typeof(NotificationBehaviour<,>),
        ];
}
