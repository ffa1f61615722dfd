
namespace LiveFeed.Domain.Accounts;

/// <summary>The rules for what people register with: email address, password and display name.</summary>
internal static class AccountRules
{
    public const int MinPassword = 8;
    public const int MaxPassword = 256;
    public const int MaxEmail = 254;
    public const int MaxName = 80;

    /// <summary>
    /// Returns whether an account can have this address. Only such addresses are looked up: some databases reject U+0000 even in a query.
    /// </summary>
    public static bool IsEmail(string email) =>
        email.Length <= MaxEmail && email.IndexOf('@') is > 0 and var at && at == email.LastIndexOf('@') && at < email.Trim().Length - 1 && !email.Any(char.IsControl);

    public static string Normalize(string email) => email.Trim().ToLowerInvariant();

    public static Error? Validate(string email, string password, string displayName)
    {
        var fields = new Dictionary<string, string[]>();
        if (!IsEmail(email))
            fields["email"] = [$"Give an email address, such as jo@example.org, of at most {MaxEmail} characters."];
        if (password.Length is < MinPassword or > MaxPassword)
            fields["password"] = [$"Give a password of {MinPassword} to {MaxPassword} characters."];
        if (string.IsNullOrWhiteSpace(displayName) || displayName.Length > MaxName || displayName.Any(char.IsControl))
            fields["displayName"] = [$"Give the name that others shall see, of 1 to {MaxName} characters, without line breaks."];
        return fields.Count == 0 ? null : new Error(ErrorCode.InvalidRequest, "The account can't be made like this.", fields);
    }
}
