using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Answering;

/// <summary>The evidence that was typed below a question: <c>LEG-1.1.evidence.title</c> and so on.</summary>
public sealed record FormEvidence(EvidenceDraft Draft, IFormFile? File)
{
    /// <summary>Whether there is something to lose.</summary>
    public bool IsTyped => File is not null || Draft.Url is not null || Draft.Title.Length > 0 || Draft.Place is not null;

    public static FormEvidence Of(IFormCollection form, Question question)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(question);
        var start = $"{question.Code}.evidence.";
        return new(
            new(Text("kind") ?? "", Text("title") ?? "", Text("place"), Text("url")),
            form.Files.GetFile(start + "file") is { FileName.Length: > 0 } file ? file : null);

        string? Text(string name) => form[start + name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }
}

/// <summary>The remark that was typed below a question.</summary>
public sealed record FormRemark(string Text, Audience Audience)
{
    public bool IsTyped => Text.Length > 0;

    public static FormRemark Of(IFormCollection form, Question question)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(question);
        return new(
            form[$"{question.Code}.remark.text"].ToString().Trim(),
            form[$"{question.Code}.remark.to"] == "secretariat" ? Audience.Secretariat : Audience.Country);
    }
}
