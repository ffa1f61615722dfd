namespace LiveFeed.Api.Errors;

/// <summary>
/// A part of a request that can't be read, with the error to return. Types that endpoints take as parameters throw it while they are bound.
/// </summary>
internal sealed class InvalidParameterException(Error error) : BadHttpRequestException(error.Detail)
{
    public InvalidParameterException(string parameter, string message)
        : this(Error.Invalid(ErrorCode.InvalidRequest, parameter, message))
    {
    }

    public Error Error => error;
}
