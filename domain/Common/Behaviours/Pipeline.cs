namespace LiveFeed.Domain;

/// <summary>What every command goes through, outermost first.</summary>
public static class Pipeline
{
    public static IReadOnlyList<Type> Behaviours { get; } =
        [typeof(ValidationBehaviour<,>), typeof(TransactionBehaviour<,>), typeof(IdempotencyBehaviour<,>)];
}
