using System.Text.Json.Nodes;
using LiveFeed.Api.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>Adds what endpoints say of themselves: parameters, codes, examples, who must sign in.</summary>
internal sealed class OperationDetails : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        operation.Responses ??= [];
        operation.OperationId = OperationIds.Of(context.ApiDescription);
        foreach (var query in metadata.OfType<TakesQuery>())
            operation.Parameters.Add(Parameter(query.Name, ParameterLocation.Query, query.Description));
        foreach (var header in metadata.OfType<TakesHeader>())
            operation.Parameters.Add(Parameter(header.Name, ParameterLocation.Header, header.Description));
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path))
            parameter.Description ??= PathParameters.GetValueOrDefault(parameter.Name ?? "");
        foreach (var response in metadata.OfType<ResponseText>())
        {
            if (response.Text is not null && operation.Responses[$"{response.Status}"] is OpenApiResponse known)
                known.Description = response.Text;
        }

        var signedIn = metadata.OfType<IAuthorizeData>().Any();
        if (signedIn)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        AddErrors(operation, context, Codes(metadata, signedIn, operation.RequestBody is not null));
        AddExamples(operation, context);
    }

    private static readonly Dictionary<string, string> PathParameters = new()
    {
        ["eventId"] = "1 to 64 of A-Z a-z 0-9 _ and -, case-sensitive.",
        ["matchId"] = "Any 32-bit integer; real schedules have negative ones.",
        ["userId"] = "A user's id, from registration or GET /api/auth/me.",
    };

    private static IEnumerable<ErrorCode> Codes(IList<object> metadata, bool signedIn, bool hasBody)
    {
        IEnumerable<ErrorCode> always = [ErrorCode.InvalidToken, ErrorCode.TokenExpired, ErrorCode.RateLimited, ErrorCode.InternalError];
        IEnumerable<ErrorCode> withBody = hasBody ? [ErrorCode.InvalidJson, ErrorCode.BodyTooLarge, ErrorCode.UnsupportedMediaType] : [];
        IEnumerable<ErrorCode> withUser = signedIn ? [ErrorCode.TokenRequired] : [];
        return metadata.OfType<FailsWith>().SelectMany(fails => fails.Codes).Concat(always).Concat(withBody).Concat(withUser).Distinct().Order();
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation where, string description) => new()
    {
        Name = name,
        In = where,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void AddErrors(OpenApiOperation operation, OperationFilterContext context, IEnumerable<ErrorCode> codes)
    {
        foreach (var status in codes.GroupBy(ErrorStatus.Of).OrderBy(group => group.Key))
        {
            var example = Examples.Problem(status.First());
            operation.Responses![$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join(", ", status.Select(code => $"`{code.Wire()}`")),
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Problem.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Problem", context.Document), Example = example },
                },
            };
        }
    }

    private static void AddExamples(OpenApiOperation operation, OperationFilterContext context)
    {
        var bodyType = context.ApiDescription.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source.Id == "Body")?.Type;
        if (bodyType is not null && operation.RequestBody?.Content is { } content)
            Set(content, Examples.Of(bodyType));
        foreach (var type in context.ApiDescription.SupportedResponseTypes)
        {
            if (type.Type is { } answered && operation.Responses!.TryGetValue($"{type.StatusCode}", out var response) && response.Content is { } media)
                Set(media, answered == typeof(string) ? JsonValue.Create(Examples.Stream) : Examples.Of(answered));
        }
    }

    private static void Set(IDictionary<string, IOpenApiMediaType> content, JsonNode? example)
    {
        foreach (var media in content.Values.OfType<OpenApiMediaType>())
            media.Example ??= example?.DeepClone();
    }
}

internal static class OperationIds
{
    /// <summary>Stable names for generated clients: <c>getEventsScoresByMatchId</c>.</summary>
    public static string Of(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription description)
    {
        var words = description.RelativePath!.Split('/').Skip(1).Where(part => part != "{eventId}").Select(part =>
            part.StartsWith('{') ? "By" + Upper(part.Trim('{', '}')) : string.Concat(part.Split('-').Select(Upper)));
        var one = description.RelativePath.EndsWith("/{eventId}", StringComparison.Ordinal) ? "ById" : "";
        return description.HttpMethod!.ToLowerInvariant() + string.Concat(words) + one;
    }

    private static string Upper(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
