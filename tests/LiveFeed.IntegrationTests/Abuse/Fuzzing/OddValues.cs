namespace LiveFeed.IntegrationTests.Abuse.Fuzzing;

/// <summary>What stands in the place of a good value: wrong types, numbers beyond every range, texts that break parsers.</summary>
internal static class OddValues
{
    public static readonly string[] Json =
    [
        "null", "true", "false", "{}", "[]", "[null]", "[[]]", "[{}]", "{\"a\":1}", "0", "-1", "-0", "1.5", "1e3", "2147483648", "-2147483649", "9223372036854775808", "1e999", "1E-400",
        new string('9', 400), "01", "NaN", "Infinity", "0x10", "\"\"", "\" \"", "\"x\"", "\"1\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00a\"", "\"\\ufffe\\ufeff\"", "\"\\x\"",
        "\"a line\nbreak\"", "\"🏐\\u202e\\u2028\\u200b\"", $"\"e{string.Concat(Enumerable.Repeat("\\u0301", 40))}\"", $"\"{new string('x', 300)}\"", $"\"{new string('y', 5_000)}\"",
        $"\"{new string('z', 70_000)}\"", "\"' OR 1=1 --\"", "\"../../etc/passwd\"", "\"<script>alert(1)</script>\"", "\"2026-07-01\"", "\"2026-07-01T10:00:00\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"9999-12-31T23:59:59-14:00\"", "\"jo@exa\\r\\nmple.org\"", Nested(30), Nested(100), Nested(5_000),
        $"[{string.Join(',', Enumerable.Range(-300, 1_200))}]", $"[{string.Join(',', Enumerable.Repeat("{}", 300))}]", $"[{string.Join(',', Enumerable.Repeat("\"x\"", 300))}]",
    ];

    /// <summary>Values of the query string, before they are encoded.</summary>
    public static readonly string[] Query =
    [
        "", "x", "0", "-1", "1.5", "1e3", "+1", "01", "٣", "2147483648", "99999999999999999999", "true", "TRUE", "null", "[]", "{}", "1,2", ",", "1,,2", "1;2", "*", "\0", "a\0b", "a\r\nb", "%", "%00",
        "🏐", "\u202e\u2028", "' OR 1=1 --", "../..", "final,final", "x.1", "x.-1", "x.99999999999999999999", "x.1.y", ".", "~", new string('9', 400), new string('x', 3_000),
        string.Join(',', Enumerable.Range(1, 600)),
    ];

    /// <summary>
    /// Segments of the path, encoded. Not among them: dots alone and nothing at all, which address another resource, and %00, which Kestrel
    /// itself rejects, with 400 and no body.
    /// </summary>
    public static readonly string[] Segments =
    [
        "x", "-1", "0", "1.5", "1e3", "+1", "-0", "2147483648", "-2147483649", "NaN", "null", "%20", "%25", "%2F", "%5C", "a%0Ab", "a%0D%0Ab", "%7F", "%C3%28", "%ED%A0%80", "%F0%9F%8F%90",
        "%E2%80%AE", "%D9%A3", "*", "~", "'--", "{eventId}", "a;b=c", "1%2C2", "a%3Fb", "%23", new string('x', 65), new string('9', 300), new string('y', 2_000),
    ];

    public static readonly string[] ContentTypes =
    [
        "text/plain", "text/csv", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "application/octet-stream",
        "application/jsonp", "application/problem+json", "application/json; charset=utf-16", "application/json; charset=utf-7", "application/json; charset=nonsense",
        "application/json; charset=", "application/json; charset=\"utf-8\"", "application/json; charset=utf-8; charset=utf-16", "application/json;", "application/json, text/plain",
        "text/csv; charset=iso-8859-1", "nonsense", "/", "*/*", "", "é/ü", $"application/json; a={new string('x', 2_000)}",
    ];

    /// <summary>Values of the headers that the document describes, beside odd ones of any kind.</summary>
    public static readonly string[] Tags = ["*", "\"v1\"", "\"v2\"", "W/\"v1\"", "\"v1\", \"v2\"", "*, \"v1\"", "\"", "\"v1", "v1", "\"\"", "\"v99999999999\"", "\"v-1\"", ",", "W/", "W/*", "\"é\""];

    public static readonly string[] HeaderTexts =
    [
        "", " ", "x", "two words", "tab\there", "é", "🏐", "\"", "*", "a,b", "x.1", "x.-1", "x.1.y", ".", "0", "-1", "null", "' OR 1=1 --", new string('k', 129), new string('k', 3_000), "key-1", "key-2",
    ];

    /// <summary>Headers that the document doesn't mention, as clients and intermediaries send them.</summary>
    public static readonly (string Name, string[] Values)[] Headers =
    [
        ("Accept", ["*/*", "text/html", "application/xml", "text/event-stream", "nonsense", "application/json;q=0", ";;;", "é"]),
        ("Accept-Encoding", ["gzip, br", "identity;q=0, *;q=0", "nonsense"]),
        ("Accept-Language", ["de", "*", "x-klingon;q=7", "ar-SA"]),
        ("Range", ["bytes=0-0", "bytes=-1", "bytes=99999999-", "bytes=1-0", "items=1-2", "bytes=0-0,2-3", "nonsense"]),
        ("If-Range", ["\"v1\"", "nonsense"]),
        ("If-Modified-Since", ["Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "nonsense"]),
        ("If-Unmodified-Since", ["Thu, 01 Jan 1970 00:00:00 GMT", "nonsense"]),
        ("Content-Encoding", ["gzip", "br", "nonsense", "identity"]),
        ("Content-Language", ["de"]),
        ("Cookie", ["livefeed_access=nonsense", "livefeed_refresh=nonsense", "=;=;", "livefeed_access=; livefeed_refresh=", "é=ü"]),
        ("Origin", ["https://other.example", "null", "nonsense"]),
        ("Sec-Fetch-Site", ["cross-site", "same-origin", "none", "nonsense"]),
        ("X-Forwarded-For", ["203.0.113.7", "nonsense", "1.2.3.4, 5.6.7.8", "::1"]),
        ("X-Forwarded-Proto", ["https", "javascript"]),
        ("X-Forwarded-Host", ["other.example", "a b"]),
        ("X-Forwarded-Prefix", ["/other", "//other.example", "nonsense"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("X-Device-Id", ["x", "é"]),
        ("traceparent", ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "nonsense", "00-0-0-0"]),
        ("tracestate", ["=", "a=b,,"]),
        ("Last-Event-ID", HeaderTexts),
        ("Idempotency-Key", HeaderTexts),
        ("If-Match", Tags),
        ("If-None-Match", Tags),
    ];

    /// <summary>Methods that no path of the API has.</summary>
    public static readonly string[] Methods = ["PROPFIND", "TRACE", "OPTIONS", "QUERY", "NONSENSE"];

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
