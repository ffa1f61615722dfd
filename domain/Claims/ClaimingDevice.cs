namespace LiveFeed.Domain.Claims;

/// <summary>The device from which a match is claimed.</summary>
/// <param name="Id">The device's own random id; null if it gives none, and then any device of the account may write.</param>
/// <param name="Time">The time by the device's clock; null if it gives none.</param>
public readonly record struct ClaimingDevice(string? Id = null, DateTimeOffset? Time = null)
{
    public const int MaxId = 64;

    /// <summary>Returns the error if this can't be a device's id; null if it can.</summary>
    /// <param name="id">The id; null for none.</param>
    /// <param name="field">The field or header that has it.</param>
    public static Error? Validate(string? id, string field) =>
        id is null || (id.Length is > 0 and <= MaxId && id.All(letter => letter is > ' ' and <= '~'))
            ? null
            : Error.Invalid(ErrorCode.InvalidRequest, field, $"A device's id has 1 to {MaxId} visible ASCII characters, such as a UUID.");
}
