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
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    public void The_room_of_a_team_has_one_name(int teamId)
    {
        var topic = Topics.ForTeam(EventId.From("wc22"), teamId);
        Assert.Equal($"events/wc22/teams/{teamId}", topic);
        Assert.Equal(new TopicName(EventId.From("wc22"), teamId), Topics.Parse(topic));
        Assert.Throws<ArgumentException>(() => Topics.GetEventId(topic));
    }

    [Theory]
    [InlineData("events/wc22/teams/")]
    [InlineData("events/wc22/teams/07")]
    [InlineData("events/wc22/teams/-0")]
    [InlineData("events/wc22/teams/+7")]
    [InlineData("events/wc22/teams/2147483648")]
    [InlineData("events/wc22/teams/7/members")]
    [InlineData("events/wc22/Teams/7")]
    [InlineData("events//teams/7")]
    [InlineData("Events/wc22")]
    public void Nothing_else_is_a_name(string path) => Assert.Null(Topics.Parse(path));

    [Theory]
    [InlineData("wc22")]
    [InlineData("me")]
    [InlineData("events/wc22/staff")]
    [InlineData("events/")]
    public void A_topic_of_another_kind_is_not_taken_for_an_event(string topic) => Assert.Throws<ArgumentException>(() => Topics.GetEventId(topic));
}
