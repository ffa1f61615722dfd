using System.Text.Json;
using LiveFeed.Api.Http;
using LiveFeed.Domain.Privacy;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveFeed.Api.Privacy;

/// <summary>
/// Everything that is stored of a user, as a file. It is built on the disk, whatever its size, so that neither the memory nor the database has to wait for how fast
/// a client reads.
/// </summary>
internal sealed class OwnDataFile(OwnAccount account, string? currentSession) : IResult
{
    private const int MemoryLimit = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var file = new FileBufferingWriteStream(MemoryLimit);
        await services.GetRequiredService<LargeReads>().RunAsync(async () =>
        {
            await WriteAsync(file, services.GetRequiredService<IOwnDataReads>(), services.GetRequiredService<TimeProvider>().Now(), httpContext.RequestAborted);
            return file;
        });
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"livefeed-{account.Id}.json\"";
        response.Headers.CacheControl = "no-store";
        await file.DrainBufferAsync(response.Body, httpContext.RequestAborted);
    }

    private async Task WriteAsync(Stream file, IOwnDataReads reads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        json.WriteStartObject();
        json.WritePropertyName(Name(nameof(OwnDataView.ExportedAt)));
        JsonSerializer.Serialize(json, now, ApiJson.Options);
        json.WritePropertyName(Name(nameof(OwnDataView.Account)));
        JsonSerializer.Serialize(json, account, ApiJson.Options);
        foreach (var (name, items) in reads.ReadLists(account.Id, currentSession))
        {
            json.WriteStartArray(Name(name));
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                JsonSerializer.Serialize(json, item, item.GetType(), ApiJson.Options);
                await json.FlushAsync(cancellationToken);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Name(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
