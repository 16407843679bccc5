using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;

namespace Gci.Data.Tests;

/// <summary>What a response holds, put together by hand; no database is asked.</summary>
internal sealed class Held
{
    private readonly Actor _actor = new(Guid.Parse("0190a000-0000-7000-8000-000000000009"), "Amina", Role.FocalPoint, "KEN");
    private readonly List<AnswerRevision> _answers = [];
    private readonly List<EvidenceItem> _evidence = [];
    private readonly List<StoredFile> _files = [];
    private readonly List<Suggestion> _suggestions = [];

    internal Held(ResponseKind kind = ResponseKind.National) => Response = Response.Open(_actor, "2024", "KEN", kind, Now);

    internal static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    internal Response Response { get; }

    internal Actor Actor => _actor;

    internal Dossier Dossier => new(_answers, _evidence, _files, _suggestions);

    internal Completeness Completeness => Completeness.Of(TestEdition.Edition, "KEN", Dossier);

    /// <summary>The findings as codes of questions and findings.</summary>
    internal string[] Findings(params string[] questions) =>
        [.. Completeness.Findings.Where(finding => questions.Contains(finding.Question)).Select(finding => $"{finding.Question} {finding.Code} {finding.Count}")];

    internal Held Answer(string question, string? value, string? comment = null, Provenance source = Provenance.Country, string? reason = null)
    {
        _answers.Add(new()
        {
            ResponseId = Response.Id,
            Question = question,
            Revision = 1,
            Value = value,
            IsNotApplicable = reason is not null,
            Reason = reason,
            Comment = comment,
            Source = source,
            By = _actor.Id,
            At = Now,
            Key = question,
            AuditSequence = _answers.Count + 2,
        });
        return this;
    }

    internal Held Link(string question) => Evidence(question, EvidenceForm.Link, null);

    internal Held File(string question, ScanState scan)
    {
        var file = new StoredFile { Id = Guid.NewGuid(), ResponseId = Response.Id, Name = "act.pdf", ContentType = "application/pdf", Length = 1, Sha256 = "", Scan = scan, By = _actor.Id, At = Now };
        _files.Add(file);
        return Evidence(question, EvidenceForm.File, file.Id);
    }

    internal Held Suggestion(string question)
    {
        _suggestions.Add(new() { Id = Guid.NewGuid(), ResponseId = Response.Id, Question = question, Value = "yes", By = _actor.Id, At = Now });
        return this;
    }

    internal Refusal? Certified(Func<Certificate, Certificate>? change = null) => Response.Certify(
        _actor, (change ?? (certificate => certificate))(new("Amina Wanjiru", "Director", true, Completeness.Unanswered, Dossier.Content())), Dossier, Completeness, Now);

    private Held Evidence(string question, EvidenceForm form, Guid? file)
    {
        _evidence.Add(new()
        {
            Id = Guid.NewGuid(),
            ResponseId = Response.Id,
            Question = question,
            Form = form,
            Kind = "law",
            Title = "Act",
            Url = file is null ? "https://example.org/" : null,
            FileId = file,
            By = _actor.Id,
            At = Now,
        });
        return this;
    }
}
