using System.Text;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Http;

/// <summary>The encoding that a request names (RFC 9110, section 8.3.1).</summary>
public sealed class CharsetTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Theory]
    [InlineData("application/json; charset=\"utf-8\"", 401)]
    [InlineData("application/json; charset=\"UTF-8\"", 401)]
    [InlineData("application/json;charset=utf-8", 401)]
    [InlineData("application/json; charset=", 415)]
    [InlineData("application/json; charset=\"\"", 415)]
    [InlineData("application/json; charset=\"utf-16\"", 415)]
    [InlineData("application/json; charset=latin1", 415)]
    public async Task Quotation_marks_mean_nothing_and_every_other_encoding_is_rejected(string type, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"email":"a@b.c","password":"x"}""")) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        await Expect.ProblemAsync(await server.Nobody.SendAsync(request), status, status == 401 ? "invalid_credentials" : "unsupported_media_type");
        Assert.Empty(server.NewFailures());
    }

    [Fact]
    public async Task An_encoding_means_nothing_if_the_operation_reads_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-16");

        Assert.Equal(200, (int)(await server.Nobody.SendAsync(request)).StatusCode);
    }
}
