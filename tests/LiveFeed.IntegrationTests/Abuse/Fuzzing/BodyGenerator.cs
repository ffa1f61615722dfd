using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>Makes the body of a request and its content type.</summary>
internal sealed class BodyGenerator(JsonGenerator json, Random random)
{
    /// <returns>Nulls if there is no body, or it has no type.</returns>
    public (byte[]? Body, string? ContentType) Generate(JsonNode? content, double oddness)
    {
        // An operation without a body: what is sent is ignored.
        if (content is not JsonObject types)
            return random.NextDouble() < oddness ? ("{}"u8.ToArray(), Pick(["application/json", .. OddValues.ContentTypes])) : (null, null);
        if (random.NextDouble() < oddness / 5)
            return (null, null);
        var (type, media) = types.ElementAt(random.Next(types.Count));
        var text = media!["example"] is { } example && random.Next(4) == 0
            ? example.GetValueKind() == JsonValueKind.String ? (string)example! : example.ToJsonString()
            : json.Generate(media["schema"]!, "body", oddness);
        var body = Encoding.UTF8.GetBytes(text);
        return (random.NextDouble() < oddness ? Damage(body) : body, random.NextDouble() < oddness / 2 ? Pick([null, .. OddValues.ContentTypes]) : type);
    }

    /// <summary>Makes something of a body that a parser has trouble with.</summary>
    private byte[] Damage(byte[] body) => random.Next(15) switch
    {
        0 => [],
        1 => "   "u8.ToArray(),
        2 => "null"u8.ToArray(),
        3 => body[..random.Next(body.Length + 1)],
        4 => [.. Encoding.UTF8.Preamble, .. body],
        5 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
        6 => [.. "["u8, .. body, .. "]"u8],
        7 => [.. body, .. body],
        8 => [.. body, .. "x"u8],
        9 => Flip(body),
        10 => [.. body, 0, 0, 0],
        11 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5_000))),
        12 => Encoding.UTF8.GetBytes(new string('[', 60_000)),
        // More than most operations take.
        13 => [.. body, .. Enumerable.Repeat((byte)' ', 70_000)],
        _ => [.. "{\"name\":\""u8, 0xC3, 0x28, 0xED, 0xA0, 0x80, .. "\"}"u8],
    };

    private byte[] Flip(byte[] body)
    {
        var copy = body.ToArray();
        for (var i = 0; i < 1 + (copy.Length / 50) && copy.Length > 0; i++)
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return copy;
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
