using System.Text.Json;

namespace LiveFeed.Domain.Schedules;

/// <summary>Names one thing of a schedule by what clients see of it, so that it differs after a change of anything that they see.</summary>
public static class ItemVersion
{
    public static string Of<T>(T view) => ApiJson.Tag(JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options));

    /// <summary>Returns the error of a write that was made for another version; null if there is none.</summary>
    public static Error? Validate<T>(this IfMatch<string>? expected, T view) => expected?.Allows(Of(view)) == false
        ? new Error(ErrorCode.VersionMismatch, "It has changed since you read it. Read it again and repeat your change.")
        : null;
}
