using System.Globalization;
using System.Text;
using QRCoder;

namespace LiveFeed.Api.ScorerLinks;

/// <summary>Draws QR codes.</summary>
internal static class QrCode
{
    /// <summary>Returns a text as a QR code: SVG, black on white, with the margin that readers need.</summary>
    public static string ToSvg(string text)
    {
        using var generator = new QRCodeGenerator();
        // Paper gets dirty and creased: a quarter of it may be unreadable.
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                if (x > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}h-{rows.Count}z"/><path d="{path}"/></svg>""");
    }
}
