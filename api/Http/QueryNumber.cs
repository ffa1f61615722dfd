using System.Globalization;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;

namespace LiveFeed.Api.Http;

/// <summary>A whole number in the query string, read and described with the same bounds.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Default">The number if the parameter is absent.</param>
/// <param name="Min">The smallest number.</param>
/// <param name="Max">The largest number.</param>
internal sealed record QueryNumber(string Name, string Description, int Default, int Min, int Max)
{
    public QueryParameterMetadata Metadata { get; } = new(Name, Description, () => Schemas.Number(Min, Max, Default));

    public int Read(HttpContext context)
    {
        var text = context.Request.Query[Name].ToString();
        if (text.Length == 0)
            return Default;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= Min && value <= Max
            ? value
            : throw new InvalidParameterException(Name, $"{Name} is a whole number from {Min} to {Max}.");
    }
}
