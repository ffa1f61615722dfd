using System.Text.Json;
using System.Text.Json.Serialization;
using LiveFeed.Domain;

namespace LiveFeed.UnitTests.Common;

public sealed class OptionalTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"text":"a","number":-1,"time":"2026-07-04T12:00:00.000Z","list":["x","y"]}""")]
    [InlineData("""{"number":null,"list":[]}""")]
    public void What_is_left_out_null_and_given_is_told_apart_and_written_as_it_was_read(string json)
    {
        var body = JsonSerializer.Deserialize<Body>(json, ApiJson.Options)!;

        Assert.Equal(json, JsonSerializer.Serialize(body, ApiJson.Options));
        Assert.Equal(json.Contains("text"), body.Text.IsGiven);
        Assert.Equal(json.Contains("number"), body.Number.IsGiven);
    }

    [Theory]
    [InlineData("""{"number":"1"}""", "number")]
    [InlineData("""{"number":1.5}""", "number")]
    [InlineData("""{"text":[]}""", "text")]
    [InlineData("""{"time":"noon"}""", "time")]
    [InlineData("""{"list":[null]}""", "list")]
    [InlineData("""{"list":{}}""", "list")]
    public void A_wrong_value_is_reported_by_the_name_of_its_member(string json, string field) =>
        Assert.Equal([field], JsonErrors.ToError(Assert.Throws<JsonException>(() => Read(json))).Fields!.Keys.Select(key => key.Split('[')[0]));

    [Fact]
    public void What_is_left_out_stays_and_null_clears()
    {
        Optional<string> stored = "stored";
        Assert.Equal(stored, default(Optional<string>).Or(stored));
        Assert.Equal("new", ((Optional<string>)"new").Or(stored).Value);
        // Nothing is nothing, cleared or never set.
        Assert.Equal(default, Optional<string>.Null.Or(stored));
    }

    // Of the serializer, or of ours.
    private static void Read(string json)
    {
        try
        {
            JsonSerializer.Deserialize<Body>(json, ApiJson.Options);
        }
        catch (JsonException exception)
        {
            throw exception is ApiJsonException ? new JsonException(exception.Message, exception.Path, null, null) : exception;
        }
    }

    private sealed record Body(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> Text = default,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<int?> Number = default,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<DateTimeOffset?> Time = default,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<EquatableList<string>> List = default);
}
