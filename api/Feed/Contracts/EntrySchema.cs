using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The schema of the entries of one type: what all entries have, followed by the members of the body.</summary>
internal static partial class EntrySchema
{
    public static ContractSchema Create(EntryShape shape)
    {
        var types = new SchemaBuilder();
        var body = Entry(shape, types.Of(shape.Body));
        if (shape.Removed is { } removed)
        {
            var gone = types.Of(removed);
            gone["properties"]!["removed"] = new JsonObject { ["const"] = true };
            body = new JsonObject { ["oneOf"] = new JsonArray(body, Entry(shape, gone, "The thing is gone: readers drop it.")) };
        }

        return ContractSchema.Create(shape.Type, shape.Version, null, shape.Summary, body, types.Definitions);
    }

    private static JsonObject Entry(EntryShape shape, JsonObject body, string? description = null)
    {
        var members = new JsonObject
        {
            ["type"] = new JsonObject { ["const"] = shape.Type },
            ["eventId"] = SchemaBuilder.EventId(),
            ["key"] = Key(shape.Key),
            ["at"] = With("When it happened.", SchemaBuilder.Time()),
            ["topic"] = With("The topic; on a stream of several topics only.", StreamSchemas.Topic()),
        };
        var required = new JsonArray("type", "eventId", "key", "at");
        if (shape.Place == EntryPlace.User)
        {
            members.Remove("eventId");
            required.RemoveAt(1);
        }

        if (shape.Place == EntryPlace.Room)
        {
            members["teamId"] = With("The team whose room it is.", new JsonObject { ["type"] = "integer" });
            required.Add("teamId");
        }

        if (shape.WrittenVersion is { } version)
        {
            members["schema"] = With("The major version of this schema.", new JsonObject { ["const"] = version });
            required.Add("schema");
        }

        foreach (var (name, member) in body["properties"]!.AsObject().Where(member => !members.ContainsKey(member.Key)))
            members[name] = member!.DeepClone();
        foreach (var name in body["required"]?.AsArray() ?? [])
            required.Add((string)name!);
        var entry = new JsonObject { ["type"] = "object", ["properties"] = members, ["required"] = required };
        return description is null ? entry : With(description, entry);
    }

    private static JsonObject Key(string? form)
    {
        if (form is null)
            return With("It has no key: it is no state of a thing.", new JsonObject { ["type"] = "null" });
        var pattern = Parts().Replace(form, part => part.Value == "{matchId}" ? "-?[0-9]+" : ".+");
        return pattern == form
            ? new JsonObject { ["const"] = form }
            : With($"Names the thing whose whole state this is, {form}: a later entry with the same key replaces it.", new JsonObject { ["type"] = "string", ["pattern"] = $"^{pattern}$" });
    }

    private static JsonObject With(string description, JsonObject schema)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parts();
}
