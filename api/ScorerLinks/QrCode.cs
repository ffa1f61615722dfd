using QRCoder;

namespace LiveFeed.Api.ScorerLinks;

/// <summary>Draws QR codes.</summary>
internal static class QrCode
{
    /// <summary>Returns a text as a QR code: SVG, black on white, with the margin that readers need. Paper gets dirty and creased: a quarter of it may be unreadable.</summary>
    public static string ToSvg(string text) =>
        SvgQRCodeHelper.GetQRCode(text, 1, "#000000", "#ffffff", QRCodeGenerator.ECCLevel.Q, sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
}
