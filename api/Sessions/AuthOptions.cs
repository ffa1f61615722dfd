using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Api.Sessions;

/// <summary>Settings under <c>LiveFeed:Auth</c>.</summary>
internal sealed class AuthOptions
{
    /// <summary>Whether browsers get cookies that they keep over plain http, such as in a hall's own network; in Development unless it is set.</summary>
    public bool? AllowInsecureCookies { get; set; }

    /// <summary>How long sign-in waits at most after wrong passwords for the same account from the same address; zero for not at all.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MaxSignInPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long a new password can be chosen by an administrator's link.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan PasswordResetLifetime { get; set; } = TimeSpan.FromDays(1);
}
