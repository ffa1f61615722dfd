using System.Collections.Concurrent;
using LiveFeed.Domain;

namespace LiveFeed.UnitTests.Common;

public sealed class OrderedIdTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_795_000_000_123);

    [Fact]
    public void Ids_of_one_millisecond_are_in_the_order_in_which_they_were_made()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => OrderedId.Create(Now)).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.True(string.CompareOrdinal(ids[^1], OrderedId.Create(Now.AddMilliseconds(1))) < 0);
    }

    [Fact]
    public void They_are_ids_of_version_7_with_the_time()
    {
        Assert.All(Enumerable.Range(0, 1000).Select(_ => OrderedId.Create(Now)), id =>
        {
            Assert.Matches("^[0-9a-f]{32}$", id);
            Assert.Equal((7, 8), (Guid.Parse(id).Version, Guid.Parse(id).Variant & 0xC));
            Assert.Equal(Now.ToUnixTimeMilliseconds(), Convert.ToInt64(id[..12], 16));
        });
    }

    [Fact]
    public void Many_threads_get_different_ones()
    {
        var ids = new ConcurrentBag<string>();
        Parallel.For(0, 20_000, _ => ids.Add(OrderedId.Create(Now)));
        Assert.Equal(20_000, ids.Distinct(StringComparer.Ordinal).Count());
    }
}
