using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>Requests as a client might really send them: any body, any header.</summary>
internal static class Requests
{
    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient http, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        foreach (var (name, value) in headers)
        {
            HttpHeaders target = name.StartsWith("Content-", StringComparison.Ordinal) ? request.Content!.Headers : request.Headers;
            target.Remove(name);
            target.TryAddWithoutValidation(name, value);
        }

        return http.SendAsync(request);
    }

    public static Task<HttpResponseMessage> SendAsync(
        this ApiUser user, string method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        user.Http.SendAsync(method, path, body as string ?? (body is null ? null : JsonSerializer.Serialize(body, Web)), headers);

    /// <summary>Returns the only value of a header, or null.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(",", values) : null;

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> response) => await Expect.SuccessAsync(await response);

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    /// <summary>Returns a text; null if it is left out.</summary>
    public static string? TextOrNull(this JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static DateTimeOffset When(this JsonElement element, string name) => element.GetProperty(name).GetDateTimeOffset();

    public static IEnumerable<JsonElement> Items(this JsonElement page) => page.GetProperty("items").EnumerateArray();

    /// <summary>Returns the locations that a problem names.</summary>
    public static IEnumerable<string> Positions(this JsonElement problem) => problem.GetProperty("errors").EnumerateObject().Select(position => position.Name);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
}
