namespace LiveFeed.Domain;

/// <summary>The behaviours that every command passes through, outermost first.</summary>
public static class Pipeline
{
    public static IReadOnlyList<Type> Behaviours { get; } =
        [typeof(ValidationBehaviour<,>), typeof(TransactionBehaviour<,>), typeof(IdempotencyBehaviour<,>)];
}
