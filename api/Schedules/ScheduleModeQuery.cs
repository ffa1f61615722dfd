using System.Reflection;
using System.Text.Json;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Schedules;

/// <summary>What happens to what an upload doesn't have: <c>?mode=merge</c> keeps it. It is removed unless that is set.</summary>
internal sealed record ScheduleModeQuery(ScheduleMode Value) : IBindableFromHttpContext<ScheduleModeQuery>, IEndpointParameterMetadataProvider
{
    private const string Name = "mode";

    // Enum.TryParse accepts more than these words.
    private static readonly Dictionary<string, ScheduleMode> Modes =
        Enum.GetValues<ScheduleMode>().ToDictionary(mode => JsonNamingPolicy.CamelCase.ConvertName(mode.ToString()));

    public static ValueTask<ScheduleModeQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Query[Name].ToString();
        return text.Length == 0 ? new(new ScheduleModeQuery(ScheduleMode.Replace))
            : Modes.TryGetValue(text, out var mode) ? new(new ScheduleModeQuery(mode))
            : throw new InvalidParameterException(Name, $"{Name} is {string.Join(" or ", Modes.Keys)}.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata(Name, "merge adds and changes, and removes nothing; replace, the default, removes what the schedule doesn't have.", Schemas.WordsOf<ScheduleMode>),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
