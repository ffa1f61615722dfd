namespace LiveFeed.Domain.Announcements;

/// <summary>What an announcement says.</summary>
/// <param name="Text">Plain text, without line breaks.</param>
/// <param name="CourtId">The court that it is about; null for the whole event.</param>
/// <param name="Until">When it ends by itself; null if it doesn't.</param>
public sealed record AnnouncementContent(string Text, int? CourtId = null, DateTimeOffset? Until = null)
{
    /// <summary>The maximum length of the text, in characters.</summary>
    public const int MaxText = 500;

    /// <summary>Returns everything that is wrong, by field, or null.</summary>
    public Error? Validate(DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>();
        if (!DisplayText.IsValid(Text, MaxText))
            errors.Add("text", [$"Give a text of 1 to {MaxText} characters, without line breaks."]);
        if (Until?.ToMilliseconds() <= now)
            errors.Add("until", ["Give a time in the future, or leave it out."]);
        return errors.Count == 0 ? null : new Error(ErrorCode.InvalidRequest, errors.First().Value[0], errors);
    }

    /// <summary>Returns the content as it is stored.</summary>
    public AnnouncementContent Cleaned() => this with { Text = DisplayText.Clean(Text), Until = Until?.ToMilliseconds() };
}
