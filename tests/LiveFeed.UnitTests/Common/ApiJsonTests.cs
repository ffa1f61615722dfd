using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Common;

public sealed class ApiJsonTests
{
    private sealed record Sample(int Points, string Name, MatchStatus Status = MatchStatus.Scheduled, DateTimeOffset? At = null);

    [Fact]
    public void Members_are_camelCase_words_are_camelCase_and_times_are_UTC_with_milliseconds()
    {
        var sample = new Sample(1, "Zoë <b> 日本", MatchStatus.InProgress, new DateTimeOffset(2026, 7, 4, 14, 30, 0, 5, TimeSpan.FromHours(2)));
        Assert.Equal(
            """{"points":1,"name":"Zoë <b> 日本","status":"inProgress","at":"2026-07-04T12:30:00.005Z"}""",
            JsonSerializer.Serialize(sample, ApiJson.Options));
    }

    [Theory]
    [InlineData("""{"points":1,"name":"x","pionts":2}""")]
    [InlineData("""{"points":1}""")]
    [InlineData("""{"points":1,"name":null}""")]
    [InlineData("""{"points":1,"points":2,"name":"x"}""")]
    [InlineData("""{"Points":1,"name":"x"}""")]
    [InlineData("""{"points":"1","name":"x"}""")]
    [InlineData("""{"points":1.5,"name":"x"}""")]
    [InlineData("""{"points":1,"name":"x","status":2}""")]
    [InlineData("""{"points":1,"name":"x","status":"halfTime"}""")]
    [InlineData("""{"points":1,"name":"x",}""")]
    public void A_member_that_is_unknown_missing_double_or_of_another_type_is_rejected(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Sample>(json, ApiJson.Options));

    [Theory]
    [InlineData("2026-07-04T14:30:00Z")]
    [InlineData("2026-07-04T16:30:00+02:00")]
    [InlineData("2026-07-04T07:30:00.000-07:00")]
    public void Times_are_taken_in_any_zone(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 7, 4, 14, 30, 0, TimeSpan.Zero), Read(text)!.Value.ToUniversalTime());

    [Theory]
    [InlineData("2026-07-04T14:30:00")]
    [InlineData("2026-07-04")]
    [InlineData("2026-07-04Z")]
    [InlineData("14:30")]
    [InlineData("04/07/2026 14:30 +02:00")]
    [InlineData("")]
    public void A_time_that_does_not_say_its_zone_is_rejected(string text) => Assert.ThrowsAny<JsonException>(() => Read(text));

    private static DateTimeOffset? Read(string text) =>
        JsonSerializer.Deserialize<Sample>($$"""{"points":1,"name":"x","at":"{{text}}"}""", ApiJson.Options)!.At;
}
