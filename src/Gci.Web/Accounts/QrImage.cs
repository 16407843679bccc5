using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Gci.Web.Accounts;

/// <summary>A QR code as a picture within the page: one path, without style and script.</summary>
internal static class QrImage
{
    internal static IHtmlContent Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new HtmlString(string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" viewBox=\"0 0 {rows.Count} {rows.Count}\" aria-hidden=\"true\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{rows.Count}v{rows.Count}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"));
    }
}
