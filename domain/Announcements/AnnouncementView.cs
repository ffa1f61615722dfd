using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Announcements;

/// <summary>An announcement, as clients see it.</summary>
/// <param name="Id">Made by the server.</param>
/// <param name="Text">Plain text, without line breaks.</param>
/// <param name="By">Who made it.</param>
/// <param name="CourtId">The court that it is about. It is left out if that is the whole event.</param>
/// <param name="Until">When it ends by itself. It is left out if nothing ends it but its removal.</param>
/// <param name="At">When it was made.</param>
public sealed record AnnouncementView(
    string Id, string Text, PersonView By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? CourtId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until = null,
    // Every entry of the feed has this member anyway.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? At = null);
