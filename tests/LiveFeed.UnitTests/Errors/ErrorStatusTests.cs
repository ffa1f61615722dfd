using System.Text.RegularExpressions;
using LiveFeed.Api.Errors;
using LiveFeed.Domain;

namespace LiveFeed.UnitTests.Errors;

public sealed partial class ErrorStatusTests
{
    public static TheoryData<ErrorCode> Codes => [.. Enum.GetValues<ErrorCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_status_a_snake_case_name_and_a_title(ErrorCode code)
    {
        Assert.InRange(ErrorStatus.ToStatusCode(code), 400, 599);
        Assert.Matches(Snake(), code.ToWireName());
        Assert.Equal(code.ToWireName(), ErrorStatus.Title(code).ToLowerInvariant().Replace(' ', '_'));
    }

    [Fact]
    public void No_two_codes_share_a_name() =>
        Assert.Equal(Enum.GetValues<ErrorCode>().Length, Enum.GetValues<ErrorCode>().Select(code => code.ToWireName()).Distinct().Count());

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex Snake();
}
