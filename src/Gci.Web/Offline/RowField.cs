using System.Text.Json;
using System.Text.Json.Serialization;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Reports.Questionnaires;

namespace Gci.Web.Offline;

/// <summary>
/// One row of a preview in a hidden field of its form: the service keeps nothing between preview and apply. Nobody needs to vouch for the field:
/// what comes back is checked like anything that is typed.
/// </summary>
internal static class RowField
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    internal static string Write(ReturnedAnswer row) => JsonSerializer.Serialize(
        new Field(
            row.Code, row.BaseRevision, row.LinksBase, row.IsTouched, row.AreLinksTouched, row.IsConfirmed, row.Answer.Value, row.Answer.IsNotApplicable, row.Answer.Reason,
            row.Answer.Comment, row.Answer.Links.IsEmpty ? null : [.. row.Answer.Links]),
        s_json);

    /// <summary>Null for what is not a row of the edition.</summary>
    internal static ReturnedAnswer? Read(string? text, Edition edition)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<Field>(text, s_json) is { Code: { } code } field && edition.QuestionOf(code) is not null
                && field.Links?.All(link => link is { Url: not null, Title: not null, Kind: not null }) != false
                ? new(
                    code, field.Revision, field.LinksBase ?? "", field.Touched, field.LinksTouched, field.Confirmed,
                    new(field.Revision, field.Value, field.NotApplicable, field.Reason, field.Comment, NeedsConfirmation: false, [.. field.Links ?? []]), Places: null)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Field(
        string? Code, int Revision, string? LinksBase, bool Touched, bool LinksTouched, bool Confirmed, string? Value, bool NotApplicable, string? Reason, string? Comment,
        CopiedLink[]? Links);
}
