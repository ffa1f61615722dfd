using System.Globalization;
using System.Text;

namespace LiveFeed.Domain.Accounts;

/// <summary>The rules for what people register with: email address, password and display name.</summary>
internal static class AccountRules
{
    public const int MinPassword = 10;
    public const int MaxPassword = 256;
    public const int MaxEmail = 254;
    public const int MaxName = 80;

    // Whoever is called like this could be taken for somebody who runs the server, or for nobody.
    private static readonly HashSet<string> ReservedNames = ["admin", "administrator", "moderator", "livefeed", "system", "support", "root", "deleteduser"];

    /// <summary>
    /// Returns whether there may be an account with this address. Only such addresses are looked up: some databases reject U+0000 even in a
    /// query. Accounts of earlier versions may have addresses that nobody can register any more.
    /// </summary>
    public static bool MayExist(string email) => email.Length <= MaxEmail && email.Contains('@') && !email.Any(char.IsControl);

    public static string Normalize(string email) => email.Trim().ToLowerInvariant();

    public static Error? Validate(string email, string password, string displayName, GlobalRole role)
    {
        var fields = new Dictionary<string, string[]>();
        if (!IsEmail(Normalize(email)))
            fields["email"] = [$"Give an email address, such as jo@example.org, of at most {MaxEmail} characters."];
        if (ValidatePassword(password) is { } fault)
            fields["password"] = [fault];
        if (ValidateName(displayName, role) is { } unfit)
            fields["displayName"] = [unfit];
        return fields.Count == 0 ? null : new Error(ErrorCode.InvalidRequest, "The account can't be made like this.", fields);
    }

    /// <summary>Returns what is wrong with a new password; null if nothing is.</summary>
    public static string? ValidatePassword(string password) =>
        password.Length is < MinPassword or > MaxPassword ? $"Give a password of {MinPassword} to {MaxPassword} characters."
        : CommonPasswords.Includes(password) ? "This password is one of those that are tried first. Choose another, such as a few words of your own."
        : null;

    /// <summary>Returns what is wrong with a name that others see; null if nothing is.</summary>
    public static string? ValidateName(string name, GlobalRole role) =>
        !DisplayText.IsValid(name, MaxName) ? $"Give the name that others shall see, of 1 to {MaxName} characters, without line breaks."
        : role != GlobalRole.Admin && ReservedNames.Contains(Fold(name)) ? "This name could be taken for the server's staff. Choose another."
        : null;

    private static bool IsEmail(string email)
    {
        var at = email.IndexOf('@');
        return email.Length <= MaxEmail && at > 0 && at < email.Length - 1 && at == email.LastIndexOf('@')
            // Letters that look like others, such as the Cyrillic a, would make two addresses look the same.
            && email.AsSpan(0, at).IndexOfAnyExceptInRange('!', '~') < 0
            && !email.EnumerateRunes().Any(rune => DisplayText.IsInvisible(rune) || Rune.IsWhiteSpace(rune));
    }

    /// <summary>Returns the name without case, accents and blanks.</summary>
    private static string Fold(string name) => string.Concat(
        DisplayText.Clean(name).Normalize(NormalizationForm.FormKD).EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && !Rune.IsWhiteSpace(rune))).ToLowerInvariant();
}
