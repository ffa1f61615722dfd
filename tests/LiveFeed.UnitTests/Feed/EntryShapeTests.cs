using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Lineups;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Feed;

public sealed class EntryShapeTests
{
    private static readonly FeedEntryDraft Lineup = new(
        Topics.ForEvent(EventId.From("cup")), EntryTypes.LineupUpdate, null, new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero), new LineupNotice(new MatchId(1), 2), default);

    [Fact]
    public void An_entry_of_another_shape_than_its_schema_says_is_never_written()
    {
        EntryShapes.Of(EntryTypes.LineupUpdate).Validate(Lineup);

        Throws(Lineup with { Body = new RemovedView(new MatchId(1)) });
        Throws(Lineup with { Key = "lineup/1" });
        Throws(Lineup with { Removed = true });
        Throws(Lineup with { Type = EntryTypes.ScoreUpdate });
    }

    [Fact]
    public void Entries_say_which_version_they_have_from_the_second_on()
    {
        var shape = EntryShapes.Of(EntryTypes.ScoreUpdate);
        Assert.Null(shape.WrittenVersion);
        Assert.Null((shape with { Version = new SchemaVersion(1, 7) }).WrittenVersion);
        Assert.Equal(2, (shape with { Version = new SchemaVersion(2, 1) }).WrittenVersion);
    }

    private static void Throws(FeedEntryDraft entry) => Assert.Throws<InvalidOperationException>(() => EntryShapes.Of(entry.Type).Validate(entry));
}
