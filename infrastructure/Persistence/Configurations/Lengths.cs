namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal static class Lengths
{
    public const int UserId = 64;
    public const int ClientKey = 128;
    public const int Text = 200;
    public const int Version = 64;
}
