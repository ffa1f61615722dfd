using LiveFeed.Domain.Accounts;

namespace LiveFeed.UnitTests.Accounts;

public sealed class AccountRulesTests
{
    private const string Email = "jo@example.org";
    private const string Password = "a-long-test-password";

    [Theory]
    [InlineData("jo@example.org")]
    [InlineData(" Jo+cup@Example.org ")]
    [InlineData("jo@b\u00FCcher.example")]
    public void An_email_address_is_accepted(string email) => Assert.Empty(Wrong(email, Password, "Jo"));

    [Theory]
    [InlineData("example.org")]
    [InlineData("@example.org")]
    [InlineData("jo@")]
    [InlineData("jo@sam@example.org")]
    [InlineData("jo ann@example.org")]
    [InlineData("\u0430dmin@example.org")]
    [InlineData("admin@example.org\u200B")]
    [InlineData("a@b\u2028c")]
    [InlineData("a@b\u00A0c")]
    [InlineData("a@b\u0000c")]
    public void Another_text_is_no_email_address(string email) => Assert.Equal(["email"], Wrong(email, Password, "Jo"));

    [Theory]
    [InlineData("password")]
    [InlineData("123456789")]
    [InlineData("1234567890")]
    [InlineData("9876543210")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("          ")]
    [InlineData("password          ")]
    [InlineData("abcabcabcabca")]
    [InlineData("Password123")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop")]
    public void A_short_or_common_password_is_rejected(string password) => Assert.Equal(["password"], Wrong(Email, password, "Jo"));

    [Theory]
    [InlineData("demo-password")]
    [InlineData("correct horse battery")]
    [InlineData("x7Kp2mQ9vw")]
    public void Another_password_is_accepted(string password) => Assert.Empty(Wrong(Email, password, "Jo"));

    [Theory]
    [InlineData("Administrator")]
    [InlineData("\u00C1dmin")]
    [InlineData("SYSTEM ")]
    [InlineData("ad\u200Bmin")]
    [InlineData("\uFF32oot")]
    public void A_name_that_could_be_taken_for_staff_is_the_administrators_only(string name)
    {
        Assert.Equal(["displayName"], Wrong(Email, Password, name));
        Assert.Empty(Wrong(Email, Password, name, GlobalRole.Admin));
    }

    [Theory]
    [InlineData("Adminton United")]
    [InlineData("Root, Joe")]
    public void A_name_that_only_contains_such_a_word_is_accepted(string name) => Assert.Empty(Wrong(Email, Password, name));

    private static IEnumerable<string> Wrong(string email, string password, string name, GlobalRole role = GlobalRole.User) =>
        AccountRules.Validate(email, password, name, role)?.Fields!.Keys ?? [];
}
