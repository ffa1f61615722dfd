using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// HTML as an interpolated string. The literal parts stay as they are, and the values that are put in are encoded. So a name can't become
/// markup because somebody forgot to encode it.
/// </summary>
[InterpolatedStringHandler]
internal sealed class HtmlText
{
    private readonly StringBuilder text;

    public HtmlText(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    public static HtmlText Empty => new(0, 0);

    /// <summary>Makes HTML from an interpolated string.</summary>
    public static HtmlText Of(HtmlText html) => html;

    public static HtmlText Join(IEnumerable<HtmlText> parts)
    {
        var joined = Empty;
        foreach (var part in parts)
            joined.text.Append(part.text);
        return joined;
    }

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(string? value) => text.Append(HtmlEncoder.Default.Encode(value ?? ""));

    public void AppendFormatted(int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(HtmlText value) => text.Append(value.text);

    public override string ToString() => text.ToString();
}
