using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using LiveFeed.Api.Errors;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using LiveFeed.Api.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>Adds what endpoints say about themselves: parameters, codes, examples, headers, and who must sign in.</summary>
internal sealed class OperationDetails : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        operation.Responses ??= [];
        operation.OperationId = OperationIds.Of(context.ApiDescription);
        operation.Parameters =
        [
            .. PathNames(context.ApiDescription.RelativePath!).Select(name =>
                operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Path && parameter.Name == name) ?? Path(name)),
            .. metadata.OfType<QueryParameterMetadata>().Select(Query),
            .. operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query),
            .. metadata.OfType<AcceptsStreamCredentials>().Select(_ => Query(AcceptsStreamCredentials.Ticket)),
            .. metadata.OfType<RequestHeaderMetadata>().Select(Header),
        ];
        foreach (var bound in context.ApiDescription.ParameterDescriptions.Where(parameter => parameter.Source == BindingSource.Query))
            DescribeQuery(operation.Parameters.OfType<OpenApiParameter>().Single(parameter => parameter.Name == bound.Name), bound.ParameterInfo());
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path))
            DescribePath(parameter);
        foreach (var response in metadata.OfType<ResponseDescription>())
        {
            if (operation.Responses[$"{response.Status}"] is OpenApiResponse known)
                known.Description = response.Text;
        }

        AddSecurity(operation, context, metadata);
        AddErrors(operation, context, Codes(metadata, operation, context.ApiDescription.HttpMethod!));
        AddHeaders(operation, context, metadata);
        SetTexts(operation, metadata);
        AddExamples(operation, context);
    }

    private static IEnumerable<string> PathNames(string path) => RoutePatternFactory.Parse(path).Parameters.Select(parameter => parameter.Name);

    /// <summary>Returns a parameter that filters of the endpoint read, and its handler doesn't.</summary>
    private static OpenApiParameter Path(string name) => new() { Name = name, In = ParameterLocation.Path, Required = true };

    private static OpenApiParameter Query(QueryParameterMetadata query)
    {
        var schema = query.Schema();
        return new OpenApiParameter
        {
            Name = query.Name,
            In = ParameterLocation.Query,
            Description = query.Description,
            Schema = schema,
            // The items of a list have commas between them: ?matches=1,2
            Style = schema.Type == JsonSchemaType.Array ? ParameterStyle.Form : null,
            Explode = query.IsRepeated || schema.Type != JsonSchemaType.Array,
            Required = query.IsRequired,
        };
    }

    private static OpenApiParameter Header(RequestHeaderMetadata header) =>
        new() { Name = header.Name, In = ParameterLocation.Header, Description = header.Description, Schema = Schemas.Text() };

    /// <summary>Adds what the handler says of a parameter that the framework binds.</summary>
    private static void DescribeQuery(OpenApiParameter parameter, ParameterInfo bound)
    {
        parameter.Description = bound.GetCustomAttribute<DescriptionAttribute>()?.Description;
        // The generator repeats the description in the schema.
        if (parameter.Schema is OpenApiSchema schema)
            schema.Description = null;
    }

    private static void DescribePath(OpenApiParameter parameter)
    {
        parameter.Description ??= parameter.Name switch
        {
            "eventId" => "1 to 64 of A-Z a-z 0-9 _ and -, case-sensitive.",
            "matchId" => "Any 32-bit integer; real schedules have negative ones.",
            "teamId" => "A team's id: any 32-bit integer.",
            "playerId" => "A player's id: any 32-bit integer.",
            "courtId" => "A court's id: any 32-bit integer.",
            "divisionId" => "A division's id: any 32-bit integer.",
            "invitationId" => "An invitation's id, from the response with its link or the list of invitations.",
            "topic" => "What is followed: events/cup, events/cup/teams/7 or events/cup/matches/12. The slashes may be encoded.",
            "announcementId" => "An announcement's id, from its entry in the feed or GET /api/events/{eventId}/announcements.",
            "scorerLinkId" => "A scorer link's id, from GET /api/events/{eventId}/scorer-links.",
            "webhookId" => "A webhook's id, from GET /api/events/{eventId}/webhooks.",
            "incidentId" => "An incident's id, from its entry in the feed or GET /api/events/{eventId}/matches/{matchId}/incidents.",
            "messageId" => "A message's id, from its entry in the feed or GET /api/events/{eventId}/teams/{teamId}/messages.",
            "token" => "The secret of an invitation: what follows # in its link.",
            "sessionId" => "A session's id, from GET /api/auth/sessions.",
            "userId" => "A user's id, from registration or GET /api/auth/me.",
            _ => null,
        };
        // What a type of ours parses is any text to the generator.
        parameter.Schema = parameter.Name switch
        {
            "eventId" => Schemas.EventId(),
            "matchId" => Schemas.Id(),
            _ => parameter.Schema,
        };
    }

    /// <summary>
    /// Adds the security requirement. Sign-in and registration have none, reads accept a token, everything else requires one.
    /// </summary>
    private static void AddSecurity(OpenApiOperation operation, OperationFilterContext context, IList<object> metadata)
    {
        OpenApiSecurityRequirement By(string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
        var required = metadata.OfType<IAuthorizeData>().Any();
        if (!required && context.ApiDescription.RelativePath!.StartsWith("api/auth/", StringComparison.Ordinal))
        {
            // Not null: the document says that there is none.
            operation.Security = [];
            return;
        }

        operation.Security = [By(SecuritySchemes.Bearer)];
        if (metadata.OfType<AcceptsStreamCredentials>().Any())
            operation.Security.Add(By(SecuritySchemes.Cookie));
        if (!required)
            operation.Security.Add([]);
    }

    private static IEnumerable<ErrorCode> Codes(IList<object> metadata, OpenApiOperation operation, string method)
    {
        IEnumerable<ErrorCode> always = [ErrorCode.InvalidToken, ErrorCode.TokenExpired, ErrorCode.SessionEnded, ErrorCode.StorageUnavailable, ErrorCode.InternalError];
        IEnumerable<ErrorCode> limited = metadata.OfType<RateLimitMetadata>().Any() ? [ErrorCode.RateLimited] : [];
        IEnumerable<ErrorCode> withBody = operation.RequestBody is not null ? [ErrorCode.InvalidJson, ErrorCode.BodyTooLarge, ErrorCode.UnsupportedMediaType] : [];
        IEnumerable<ErrorCode> withIds = operation.Parameters!.Where(parameter => parameter.In == ParameterLocation.Path).SelectMany(PathErrors);
        // Any text is a good one; a number, a list or true may be malformed.
        IEnumerable<ErrorCode> withQuery = operation.Parameters!.Any(parameter => parameter.In == ParameterLocation.Query && parameter.Schema?.Type != JsonSchemaType.String) ? [ErrorCode.InvalidRequest] : [];
        IEnumerable<ErrorCode> withUser = metadata.OfType<IAuthorizeData>().Any() ? HelperGate.IsOpen(metadata) ? [ErrorCode.TokenRequired] : [ErrorCode.TokenRequired, ErrorCode.RoleRequired] : [];
        IEnumerable<ErrorCode> withTicket = metadata.OfType<AcceptsStreamCredentials>().Any() ? [ErrorCode.InvalidTicket] : [];
        IEnumerable<ErrorCode> withWrite = method != HttpMethods.Get ? [ErrorCode.Overloaded] : [];
        return metadata.OfType<ErrorCodesMetadata>().SelectMany(fails => fails.Codes).Concat(always).Concat(limited).Concat(withBody).Concat(withIds).Concat(withQuery).Concat(withUser).Concat(withTicket).Concat(withWrite).Distinct().Order();
    }

    /// <summary>Returns the errors of a malformed id in the path.</summary>
    private static IEnumerable<ErrorCode> PathErrors(IOpenApiParameter parameter) => parameter.Name switch
    {
        "eventId" => [ErrorCode.InvalidEventId],
        "matchId" or "teamId" or "playerId" or "side" or "courtId" or "divisionId" => [ErrorCode.InvalidRequest],
        "userId" => [ErrorCode.UserNotFound],
        _ => [],
    };

    private static void AddErrors(OpenApiOperation operation, OperationFilterContext context, IEnumerable<ErrorCode> codes)
    {
        foreach (var status in codes.GroupBy(ErrorStatus.ToStatusCode).OrderBy(group => group.Key))
        {
            var example = Examples.Problem(status.First());
            operation.Responses![$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join(", ", status.Select(code => $"`{code.ToWireName()}`")),
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Problem.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Problem", context.Document), Example = example },
                },
            };
        }
    }

    private static void AddHeaders(OpenApiOperation operation, OperationFilterContext context, IList<object> metadata)
    {
        foreach (var (status, response) in operation.Responses!.Select(pair => (pair.Key, pair.Value)))
        {
            if (response is not OpenApiResponse changeable)
                continue;
            var own = metadata.OfType<ResponseHeaderMetadata>().Where(header => $"{header.Status}" == status).Select(header => header.Name);
            IEnumerable<string> created = status == "201" && Returns(context.MethodInfo.ReturnType, typeof(Created<>)) ? ["Location"] : [];
            var success = status.StartsWith('2');
            IEnumerable<string> replayed = success && metadata.OfType<IdempotentMetadata>().Any() ? [ResponseHeaders.Replayed] : [];
            IEnumerable<string> retry = status is "429" or "503" ? [ResponseHeaders.RetryAfter] : [];
            IEnumerable<string> limits = (success || status == "429") && metadata.OfType<RateLimitMetadata>().Any() ? ResponseHeaders.RateLimits : [];
            foreach (var name in created.Concat(own).Concat(replayed).Concat(retry).Concat(limits))
                changeable.Add(name, context.Document);
        }
    }

    /// <summary>Returns whether a handler returns this result, alone or as one of several.</summary>
    private static bool Returns(Type type, Type result) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == result || Array.Exists(type.GetGenericArguments(), argument => Returns(argument, result)));

    private static void AddExamples(OpenApiOperation operation, OperationFilterContext context)
    {
        var bodyType = context.ApiDescription.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source.Id == "Body")?.Type;
        if (bodyType is not null && operation.RequestBody?.Content is { } content)
            Set(content, Examples.Of(bodyType));
        foreach (var type in context.ApiDescription.SupportedResponseTypes)
        {
            if (type.Type is not { } answered || !operation.Responses!.TryGetValue($"{type.StatusCode}", out var response) || response.Content is not { } media)
                continue;
            if (answered != typeof(Stream))
                Set(media, Examples.Of(answered));
            else if (media.ContainsKey("text/event-stream"))
                Set(media, JsonValue.Create(Examples.Stream));
        }
    }

    /// <summary>Sets the examples of bodies that aren't JSON, if the endpoint takes or returns one.</summary>
    private static void SetTexts(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var (type, example) in metadata.OfType<TextExample>().Select(text => (text.MediaType, text.Example)))
        {
            var content = operation.RequestBody?.Content ?? operation.Responses!["200"].Content;
            if (content?.TryGetValue(type, out var media) == true && media is OpenApiMediaType text)
                (text.Schema, text.Example) = (example is null ? Schemas.Binary() : Schemas.Text(), JsonValue.Create(example));
        }
    }

    private static void Set(IDictionary<string, IOpenApiMediaType> content, JsonNode? example)
    {
        foreach (var media in content.Values.OfType<OpenApiMediaType>())
            media.Example ??= example?.DeepClone();
    }
}
