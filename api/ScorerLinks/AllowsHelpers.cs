namespace LiveFeed.Api.ScorerLinks;

/// <summary>Marks calls of signed-in users that helpers may make too (<see cref="HelperGate"/>).</summary>
internal sealed class AllowsHelpers
{
    public static readonly AllowsHelpers Instance = new();
}
