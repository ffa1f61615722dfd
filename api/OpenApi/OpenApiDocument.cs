using System.Text.Json.Nodes;
using LiveFeed.Api.Http;
using LiveFeed.Api.Sessions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and its page at <c>/swagger</c>.</summary>
internal static class OpenApiDocument
{
    public const string Name = "v1";

    // What the page of Swagger UI needs: its own scripts, styles in its elements, and images in its style sheet.
    private const string PagePolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<OpenApiBytes>();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Name, new OpenApiInfo
            {
                Title = "LiveFeed",
                Version = Name,
                Description = "Live sports feeds over plain HTTP. Scorekeepers claim a match and post scores; everybody else streams or polls one feed per event. Every error is problem+json with a stable code.",
            });
            swagger.AddSecurityDefinition(SecuritySchemes.Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The accessToken from POST /api/auth/login.",
            });
            swagger.AddSecurityDefinition(SecuritySchemes.Cookie, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = AuthCookies.Access,
                Description = "The cookie from POST /api/auth/login?cookies=true: for streams and polls only.",
            });
            swagger.MapType<EventId>(Schemas.Text);
            swagger.MapType<UserId>(Schemas.Text);
            swagger.MapType<MatchId>(Schemas.Id);
            // A text or a MatchFormat. Generators of clients don't compile what they make of such a choice, so it has no type.
            swagger.MapType<FormatChoice>(() => new OpenApiSchema());
            // A number or a text, and so the same.
            swagger.MapType<PersonReference>(() => new OpenApiSchema());
            // A problem document: Vocabulary refers to it.
            swagger.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object });
            swagger.SupportNonNullableReferenceTypes();
            // A bare reference can't say that it may be null.
            swagger.UseAllOfToExtendReferenceSchemas();
            swagger.CustomSchemaIds(SchemaNames.Of);
            swagger.IncludeXmlComments(typeof(OpenApiDocument).Assembly);
            swagger.IncludeXmlComments(typeof(ICommand).Assembly);
            swagger.OperationFilter<OperationDetails>();
            swagger.SchemaFilter<SchemaDetails>();
            swagger.DocumentFilter<Vocabulary>();
            swagger.DocumentFilter<ClosedBodies>();
            swagger.DocumentFilter<NullableReferences>();
            // Relative to the document itself, so that it is right below a path prefix too.
            swagger.AddServer(new OpenApiServer { Url = "../" });
        });
        services.Decorate<ISerializerDataContractResolver, OptionalContracts>();
        return services;
    }

    public static void MapOpenApiDocument(this WebApplication app)
    {
        app.MapGet($"/openapi/{Name}.json", GetAsync).ExcludeFromDescription();
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/swagger"))
                context.Response.Headers.ContentSecurityPolicy = PagePolicy;
            return next(context);
        });
        app.UseSwaggerUI(page =>
        {
            page.DocumentTitle = "LiveFeed API";
            page.RoutePrefix = "swagger";
            page.SwaggerEndpoint($"../openapi/{Name}.json", "LiveFeed v1");
        });
    }

    private static async Task<JsonWithETag<Microsoft.OpenApi.OpenApiDocument>> GetAsync(OpenApiBytes document, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        var (json, etag) = await document.Content.Value;
        return new JsonWithETag<Microsoft.OpenApi.OpenApiDocument>(json, etag);
    }
}
