using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Schedules;

public sealed class SideSourceTests
{
    public static TheoryData<string, SideSource> Forms { get; } = new()
    {
        { """{"winnerOf":12}""", SideSource.FromWinner(new MatchId(12)) },
        { """{"loserOf":-50497}""", SideSource.FromLoser(new MatchId(-50497)) },
        { """{"pool":"B","place":2}""", SideSource.FromPlace("B", 2) },
    };

    [Theory, MemberData(nameof(Forms))]
    public void A_source_has_the_same_form_on_the_wire_in_both_directions(string json, SideSource source)
    {
        Assert.Equal(json, JsonSerializer.Serialize(source, ApiJson.Options));
        Assert.Equal(source, JsonSerializer.Deserialize<SideSource>(json, ApiJson.Options));
        Assert.Null(source.Validate());
    }

    [Fact]
    public void A_source_of_another_kind_is_rejected() =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<SideSource>("""{"match":12}""", ApiJson.Options));
}
