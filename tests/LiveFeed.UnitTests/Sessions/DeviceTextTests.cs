using LiveFeed.Domain.Sessions;

namespace LiveFeed.UnitTests.Sessions;

public sealed class DeviceTextTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15", "Safari on Mac")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    [InlineData("python-requests/2.32.3 (extra)", "python-requests/2.32.3")]
    [InlineData("", null)]
    [InlineData(" \u202E", null)]
    public void A_device_is_described_by_its_browser_and_system_or_by_its_program(string userAgent, string? expected) =>
        Assert.Equal(expected, DeviceText.From(userAgent));

    [Fact]
    public void A_program_with_a_long_name_is_cut() => Assert.Equal(DeviceText.MaxLength, DeviceText.From(new string('x', 500))!.Length);
}
