namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>The token buckets in Redis.</summary>
internal static class BucketScript
{
    /// <summary>
    /// A bucket is a hash. <c>full</c> is when the bucket is full again: how many tokens there are follows from it, and a full bucket needs no key. The other
    /// fields, one for each instance, are the tokens that it has taken ahead, and until when it may give them out: while they are out, the bucket is
    /// not refilled in their place, so that no more than the capacity can be used at once. All times are the server's, whatever the instances' clocks
    /// say: in ticks of 100 ns since 2026, so that a double holds them exactly. Of tokens ahead an instance gets a tenth of what is left at most, so that
    /// the last ones go to whoever asks. Returns how many were taken, and after how many ticks the bucket is full.
    /// </summary>
    /// <remarks>Arguments: the instance; ticks per token; capacity; tokens wanted; for how many ticks they may be given out.</remarks>
    public const string Take = """
        local time = redis.call('TIME')
        local now = (time[1] - 1767225600) * 10000000 + time[2] * 10
        local each, capacity, wanted, hold = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
        local full, held, last = now, 0, now
        local fields = redis.call('HGETALL', KEYS[1])
        for i = 1, #fields, 2 do
          local name, value = fields[i], fields[i + 1]
          if name == 'full' then
            full = tonumber(value)
          elseif name ~= ARGV[1] then
            local tokens, till = string.match(value, '^(%d+) (%-?%d+)$')
            if tonumber(till) > now then
              held, last = held + tokens, math.max(last, tonumber(till))
            else
              redis.call('HDEL', KEYS[1], name)
            end
          end
        end
        full = math.min(math.max(full, now + held * each), now + capacity * each)
        local tokens = math.floor((now + capacity * each - full) / each)
        local taken = math.min(tokens, wanted, math.max(1, math.floor(tokens / 10)))
        if taken == 0 then
          return {0, full - now}
        end
        full = full + taken * each
        redis.call('HSET', KEYS[1], 'full', string.format('%.0f', full))
        if taken > 1 then
          last = math.max(last, now + hold)
          redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %.0f', taken - 1, now + hold))
        else
          redis.call('HDEL', KEYS[1], ARGV[1])
        end
        redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.ceil((math.max(full, last) - now) / 10000)))
        return {taken, full - now}
        """;
}
