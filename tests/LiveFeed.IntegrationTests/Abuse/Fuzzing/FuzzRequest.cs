using System.Net.Http.Headers;
using System.Text;
using LiveFeed.IntegrationTests.OpenApi;

namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>One generated request.</summary>
/// <param name="Operation">The operation of the document for which it was made.</param>
/// <param name="Method">The operation's method, HEAD in place of GET, or a method that the path doesn't have.</param>
/// <param name="Caller">The kind of caller, such as <c>media</c>.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Headers">All headers, those of the body too.</param>
/// <param name="Body">Null for none.</param>
internal sealed record FuzzRequest(
    Operation Operation, string Method, string Caller, string Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body)
{
    private const int MaxShown = 400;

    // What is longer may be rejected before it was sent, and then the server closes the connection.
    private const int MaxSentAtOnce = 64 * 1024;

    // Otherwise the client would correct what is odd in the address.
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public HttpRequestMessage ToMessage(Uri server)
    {
        var address = new Uri(server.GetLeftPart(UriPartial.Authority) + Address, AsItIs);
        var message = new HttpRequestMessage(new HttpMethod(Method), address) { Content = Body is null ? null : new ByteArrayContent(Body) };
        message.Headers.ExpectContinue = Body?.Length > MaxSentAtOnce;
        foreach (var (name, value) in Headers)
        {
            HttpHeaders? target = name.StartsWith("Content-", StringComparison.Ordinal) ? message.Content?.Headers : message.Headers;
            target?.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>Returns the request as a person would repeat it, with the length of what is too long to show.</summary>
    public override string ToString()
    {
        var headers = Headers.Where(header => header.Name != "Authorization").Select(header => $"{header.Name}: {Shown(header.Value)}");
        IEnumerable<string> body = Body is null ? [] : [Shown(Encoding.UTF8.GetString(Body))];
        return string.Join("\n    ", [$"{Method} {Shown(Address)} as {Caller}", .. headers, .. body]);
    }

    private static string Shown(string text)
    {
        var start = text.Length > MaxShown ? $"{text[..MaxShown]}... ({text.Length} characters)" : text;
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : $"{c}"));
    }
}
