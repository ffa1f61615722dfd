namespace LiveFeed.Api.Errors;

/// <summary>The errors that several parts of the API return, beside those of the domain.</summary>
internal static class ApiErrors
{
    public static readonly Error BodyTooLarge = new(ErrorCode.BodyTooLarge, "The body is larger than this call takes: 64 KB, or 8 MB for a schedule or an import.");
}
