using System.Collections.Immutable;
using Gci.Editions;
using Gci.Editions.Answers;
using Gci.Editions.Questionnaires;
using Gci.Reports.Questionnaires.Sheets;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>Reads the links to evidence below a question.</summary>
internal sealed class LinksReading(KnownLabels labels, IReadOnlyDictionary<string, KeyedRow> rows, CopyProblems problems)
{
    /// <summary>The links, and the place of each.</summary>
    internal (ImmutableArray<CopiedLink> Links, ImmutableArray<string> Places) Read(Question question, RowCells cells)
    {
        var (links, places) = (ImmutableArray.CreateBuilder<CopiedLink>(), ImmutableArray.CreateBuilder<string>());
        for (var number = 1; rows.TryGetValue(RowKeys.Link(question, number), out var row); number++)
        {
            var (url, title, kind) = (cells.Text(row, RowKeys.Answer)?.Trim() ?? "", cells.Text(row, RowKeys.Title) ?? "", cells.Text(row, RowKeys.Kind)?.Trim() ?? "");
            if (url.Length + title.Trim().Length + kind.Length > 0)
            {
                Check(row, url, kind);
                links.Add(new(url, title, labels.Kind(kind) ?? kind));
                places.Add(row.Place(RowKeys.Answer));
            }
        }

        return (links.ToImmutable(), places.ToImmutable());
    }

    private void Check(KeyedRow row, string url, string kind)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            problems.Add(row.Place(RowKeys.Answer), "refusal.evidence-url");
        }

        if (kind.Length > 0 && labels.Kind(kind) is null)
        {
            problems.Add(row.Place(RowKeys.Kind), "workbook.wrong-kind", ("text", Quoted.Text(kind)));
        }
    }
}
