using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;

namespace LiveFeed.UnitTests.Feed;

public sealed class TopicsTests
{
    [Fact]
    public void The_topic_of_an_event_names_the_event()
    {
        Assert.Equal("events/wc22", Topics.ForEvent(EventId.From("wc22")));
        Assert.Equal(EventId.From("wc22"), Topics.GetEventId("events/wc22"));
    }

    [Theory]
    [InlineData("wc22")]
    [InlineData("me")]
    [InlineData("events/wc22/staff")]
    [InlineData("events/")]
    public void A_topic_of_another_kind_is_not_taken_for_an_event(string topic) => Assert.Throws<ArgumentException>(() => Topics.GetEventId(topic));
}
