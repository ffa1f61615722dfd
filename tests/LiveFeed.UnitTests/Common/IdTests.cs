using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Common;

/// <summary>Ids in JSON: what a body has, and what no body has.</summary>
public sealed class IdTests
{
    private sealed record Ids(EventId Event, UserId User, MatchId Match, UserId? Nobody, MatchId? None);

    [Fact]
    public void Ids_are_written_and_read_as_the_text_or_number_that_they_are()
    {
        var ids = new Ids(EventId.From("cup"), UserId.From("u-1 é"), new MatchId(-7), null, null);

        var json = JsonSerializer.Serialize(ids, ApiJson.Options);

        Assert.Equal("""{"event":"cup","user":"u-1 é","match":-7,"nobody":null,"none":null}""", json);
        Assert.Equal(ids, JsonSerializer.Deserialize<Ids>(json, ApiJson.Options));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"a b\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void What_is_no_event_id_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EventId>(json, ApiJson.Options));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("\"01234567890123456789012345678901234567890123456789012345678901234\"")]
    [InlineData("7")]
    public void What_is_no_user_id_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UserId>(json, ApiJson.Options));

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("7.5")]
    [InlineData("2147483648")]
    public void What_is_no_match_id_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MatchId>(json, ApiJson.Options));

    [Fact]
    public void The_default_value_is_no_id_and_is_not_written()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(EventId), ApiJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(UserId), ApiJson.Options));
    }

    [Theory]
    [InlineData("-50497", -50497)]
    [InlineData("2147483647", int.MaxValue)]
    public void A_match_id_is_read_from_a_path(string text, int number)
    {
        Assert.True(MatchId.TryParse(text, out var id));
        Assert.Equal(new MatchId(number), id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("2147483648")]
    public void Nothing_else_is_a_match_id(string? text) => Assert.False(MatchId.TryParse(text, out _));
}
