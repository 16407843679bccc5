using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Html;

namespace Gci.Web.Answering;

/// <summary>Texts on a page.</summary>
public static class PhraseHtml
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text; where English stands in for a translation, marked as English, so that it is read aloud and laid out as such.</summary>
    public static IHtmlContent Marked(this Phrase phrase) => new HtmlString(
        phrase.IsFallback ? $"<span lang=\"{phrase.Language}\" dir=\"ltr\">{s_encoder.Encode(phrase.Text)}</span>" : s_encoder.Encode(phrase.Text));
}
