using System.Reflection;
using System.Text.Json;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Schedules;

/// <summary>
/// What a caller says about a file: <c>?dateOrder=dmy</c>, and <c>?mapping={"team1":"Heimverein"}</c>, the headings of columns by the field
/// that they have, or their numbers: "column 4"; null for a field that no column has.
/// </summary>
internal sealed record ScheduleFileQuery(DateOrder? DateOrder, IReadOnlyDictionary<ScheduleField, string>? Mapping, IReadOnlyCollection<ScheduleField> Absent)
    : IBindableFromHttpContext<ScheduleFileQuery>, IEndpointParameterMetadataProvider
{
    private const string OrderName = "dateOrder";
    private const string MappingName = "mapping";
    private const int MaxHeading = 500;

    private static readonly Dictionary<string, DateOrder> Orders = ByWord<DateOrder>();
    private static readonly Dictionary<string, ScheduleField> Fields = ByWord<ScheduleField>();

    public static ValueTask<ScheduleFileQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var mapping = ReadMapping(context.Request.Query[MappingName].ToString());
        return new(new ScheduleFileQuery(
            ReadOrder(context.Request.Query[OrderName].ToString()), mapping?.Where(column => column.Value is not null).ToDictionary(column => column.Key, column => column.Value!),
            [.. mapping?.Where(column => column.Value is null).Select(column => column.Key) ?? []]));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.AddMetadata(
            new QueryParameterMetadata(OrderName, "The order of day and month in dates such as 05/04/2026, if the file doesn't decide it.", Schemas.WordsOf<DateOrder>),
            new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
        builder.AddMetadata(new QueryParameterMetadata(
            MappingName, $"The headings of a table's columns by what they have, as JSON: {{\"team1\":\"Heimverein\"}}. A column may be named by its number instead: {{\"team1\":\"column 4\"}}. The fields are {string.Join(", ", Fields.Keys)}. What is left out is looked for by its usual headings; what is null is in no column.", Schemas.Text));
    }

    private static DateOrder? ReadOrder(string text) =>
        text.Length == 0 ? null
        : Orders.TryGetValue(text, out var order) ? order
        : throw new InvalidParameterException(OrderName, $"{OrderName} is {string.Join(" or ", Orders.Keys)}.");

    private static Dictionary<ScheduleField, string?>? ReadMapping(string text)
    {
        if (text.Length == 0)
            return null;
        try
        {
            var mapping = new Dictionary<ScheduleField, string?>();
            foreach (var (name, heading) in JsonSerializer.Deserialize<Dictionary<string, string?>>(text, ApiJson.Options) ?? throw new JsonException())
            {
                if (!Fields.TryGetValue(name, out var field))
                    throw Wrong($"There is no field \"{ShortText.Of(name, 40)}\". The fields are {string.Join(", ", Fields.Keys)}.");
                if (heading is not null && (string.IsNullOrWhiteSpace(heading) || heading.Length > MaxHeading))
                    throw Wrong($"The heading of {name} has 1 to {MaxHeading} characters.");
                mapping[field] = heading;
            }

            return mapping;
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            throw Wrong("Give the headings of columns by field, as JSON: {\"team1\":\"Heimverein\"}.");
        }
    }

    private static InvalidParameterException Wrong(string message) => new(MappingName, message);

    private static Dictionary<string, T> ByWord<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
