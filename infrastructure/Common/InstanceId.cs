using System.Security.Cryptography;

namespace LiveFeed.Infrastructure.Common;

/// <summary>This process among those that share a database: made anew at each start.</summary>
internal sealed record InstanceId(string Value)
{
    public static InstanceId Create() => new(RandomNumberGenerator.GetHexString(16, lowercase: true));
}
