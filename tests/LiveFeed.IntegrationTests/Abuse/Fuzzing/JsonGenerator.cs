using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.OpenApi;

namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>Makes JSON that fits a schema, with odd values here and there. It makes text, because some of it is no JSON on purpose.</summary>
internal sealed class JsonGenerator(JsonSchema schemas, FuzzWorld world, Random random)
{
    private const int MaxItems = 4;

    /// <param name="schema">Of the value.</param>
    /// <param name="name">Of the member that has the value; it tells what the value means.</param>
    /// <param name="oddness">How likely each value is replaced by an odd one, from 0 to 1.</param>
    public string Generate(JsonNode schema, string name, double oddness)
    {
        if (random.NextDouble() < oddness)
            return Pick(OddValues.Json);
        if ((string?)schema["$ref"] is { } reference)
            return Generate(schemas.Resolve(reference), name, oddness);
        if (schema["nullable"]?.GetValue<bool>() == true && random.Next(6) == 0)
            return "null";
        if (schema["allOf"] is JsonArray parts)
            return Generate(parts[0]!, name, 0);
        if (schema["enum"] is JsonArray words)
            return words[random.Next(words.Count)]!.ToJsonString();
        return (string?)schema["type"] switch
        {
            "object" => Object(schema, oddness),
            "array" => $"[{string.Join(',', Enumerable.Range(0, random.Next(MaxItems)).Select(_ => Generate(schema["items"]!, name, oddness)))}]",
            "integer" or "number" => Number(name),
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            "string" => JsonSerializer.Serialize((string?)schema["format"] == "date-time" ? Time() : Text(name)),
            _ => Pick(OddValues.Json),
        };
    }

    /// <summary>Returns a value as it is written in an address or a header.</summary>
    public string GenerateText(JsonNode schema, string name)
    {
        if ((string?)schema["type"] == "array")
            return string.Join(',', Enumerable.Range(0, 1 + random.Next(MaxItems)).Select(_ => GenerateText(schema["items"]!, name)));
        var value = Generate(schema, name, 0);
        return value.StartsWith('"') ? JsonSerializer.Deserialize<string>(value)! : value;
    }

    private string Object(JsonNode schema, double oddness)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var members = (schema["properties"]?.AsObject() ?? [])
            .Where(member => random.NextDouble() < (required.Contains(member.Key) ? 1 - (oddness / 4) : 0.5))
            .Select(member => $"\"{member.Key}\":{Generate(member.Value!, member.Key, oddness)}").ToList();
        if (random.NextDouble() < oddness / 4)
            members.Add(random.Next(2) == 0 ? $"\"nonsense\":{Pick(OddValues.Json)}" : $"{Pick(OddValues.Json)}:1");
        if (members.Count > 0 && random.NextDouble() < oddness / 4)
            members.Add(members[random.Next(members.Count)]);
        return $"{{{string.Join(',', members)}}}";
    }

    private string Number(string name) => (name switch
    {
        // The ids of the schedule that every event has at first.
        "matchId" or "id" or "selectedMatches" or "matches" => random.Next(1, 5),
        "teamId" or "teamIds" or "teams" or "team1Id" or "team2Id" => random.Next(1, 9),
        "division" or "divisions" or "divisionId" => random.Next(1, 3),
        "court" or "courtId" => 1,
        "bestOf" => 3,
        // A request that waits would take its time.
        "wait" => 0,
        _ => random.Next(0, 30),
    }).ToString(CultureInfo.InvariantCulture);

    private string Text(string name) => name switch
    {
        // Never that of somebody who could be delayed after failures.
        "email" => random.Next(3) == 0 ? world.Email : $"{world.New()}@example.org",
        // Rarely a good one: to hash a password takes long on purpose.
        "password" => random.Next(4) == 0 ? LiveFeedServer.Password : "short",
        "refreshToken" => random.Next(2) == 0 ? world.RefreshToken : world.New(),
        "sport" => Pick(["volleyball", "beach-volleyball", "tennis", "football", "generic"]),
        "userId" or "claimedBy" => Pick(world.UserIds),
        "eventId" => Pick(world.EventIds),
        "after" or "lastEventId" or "Last-Event-ID" => world.Cursor,
        "If-Match" or "If-None-Match" => Pick(["\"v1\"", "*", "\"v2\", \"v1\""]),
        _ => world.New(),
    };

    private string Time() => Pick(["2026-07-04T10:00:00Z", "2026-07-04T12:30:00.123+02:00", "2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"]);

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
