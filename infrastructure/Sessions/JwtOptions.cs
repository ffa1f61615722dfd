using System.ComponentModel.DataAnnotations;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Settings under <c>LiveFeed:Jwt</c>.</summary>
public sealed class JwtOptions
{
    /// <summary>
    /// At least 32 bytes, as text. In Development it is generated and kept in the data directory; elsewhere it is required.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>Former keys: tokens that they signed are still believed. Nothing is signed with them.</summary>
    public IList<string> PreviousSigningKeys { get; } = [];

    [Required, MinLength(1)]
    public string Issuer { get; set; } = "livefeed";

    /// <summary>How long an access token is valid.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a refresh token can be used.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>For how long after its first use a refresh token returns the same successor again; 0 for never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan RefreshGrace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a session lasts at most, however often it is renewed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "3650.00:00:00")]
    public TimeSpan MaxSession { get; set; } = TimeSpan.FromDays(90);
}
