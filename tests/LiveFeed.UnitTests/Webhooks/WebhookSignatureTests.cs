using LiveFeed.Infrastructure.Webhooks;

namespace LiveFeed.UnitTests.Webhooks;

public sealed class WebhookSignatureTests
{
    // From the tests of the reference libraries of Standard Webhooks.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1614265330;
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static ReadOnlySpan<byte> Body => "{\"test\": 2432232314}"u8;

    [Fact]
    public void The_signature_is_that_of_the_standards_own_example() => Assert.Equal(Signature, WebhookSignature.Create([Secret], Id, Timestamp, Body));

    [Fact]
    public void Two_secrets_give_two_signatures_with_a_space_between_them()
    {
        var signatures = WebhookSignature.Create(["whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz", Secret], Id, Timestamp, Body).Split(' ');

        Assert.Equal(2, signatures.Length);
        Assert.Equal(Signature, signatures[1]);
        Assert.NotEqual(signatures[0], signatures[1]);
    }
}
