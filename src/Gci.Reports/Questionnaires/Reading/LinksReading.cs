using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Reads the links to evidence below a question.</summary>
internal sealed class LinksReading(string file, KnownLabels labels, IReadOnlyDictionary<string, KeyedRow> rows, Problems problems)
{
    internal ImmutableArray<CopiedLink> Read(Question question, RowCells cells)
    {
        var links = ImmutableArray.CreateBuilder<CopiedLink>();
        for (var number = 1; rows.TryGetValue(RowKeys.Link(question, number), out var row); number++)
        {
            var (url, title, kind) = (cells.Text(row, RowKeys.Answer)?.Trim() ?? "", cells.Text(row, RowKeys.Title) ?? "", cells.Text(row, RowKeys.Kind)?.Trim() ?? "");
            if (url.Length + title.Trim().Length + kind.Length > 0)
            {
                Check(row, url, kind);
                links.Add(new(url, title, labels.Kind(kind) ?? kind));
            }
        }

        return links.ToImmutable();
    }

    private void Check(KeyedRow row, string url, string kind)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            problems.Add(file, row.Place(RowKeys.Answer), url.Length == 0
                ? "The link has no web address."
                : $"{Quoted.Text(url)} is not a web address; it begins with https:// or http://.");
        }

        if (kind.Length > 0 && labels.Kind(kind) is null)
        {
            problems.Add(file, row.Place(RowKeys.Kind), $"{Quoted.Text(kind)} is not a kind of document; choose from the list.");
        }
    }
}
