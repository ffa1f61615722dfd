using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>Wrong passwords, counted in Redis. Each use of a count keeps it for another quarter of an hour.</summary>
internal sealed class RedisSignInFailures(SharedLimits limits, IOptions<RedisOptions> options) : ISharedSignInFailures
{
    private const string Count = """
        local count = redis.call('GET', KEYS[1])
        if count then
          redis.call('PEXPIRE', KEYS[1], ARGV[1])
        end
        return tonumber(count or 0)
        """;

    private const string Add = """
        redis.call('INCR', KEYS[1])
        return redis.call('PEXPIRE', KEYS[1], ARGV[1])
        """;

    private const string Remove = "return redis.call('DEL', KEYS[1])";

    private static readonly RedisValue[] Remembered = [(long)TimeSpan.FromMinutes(15).TotalMilliseconds];

    public async ValueTask<int?> CountAsync(string account) => (int?)await limits.RunAsync(Count, Key(account), Remembered);

    public Task AddAsync(string account) => limits.RunAsync(Add, Key(account), Remembered);

    public Task RemoveAsync(string account) => limits.RunAsync(Remove, Key(account), []);

    private RedisKey[] Key(string account) => [$"{options.Value.KeyPrefix}signin:{account}"];
}
