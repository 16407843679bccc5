using System.Security.Cryptography;
using System.Text.Json;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Drafting;

/// <summary>By what a question is known as somebody saw it: two people who change different questions do not get in each other's way.</summary>
public static class QuestionMark
{
    /// <summary>Empty where there is no such question.</summary>
    public static string Of(Edition edition, string code)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.QuestionOf(code) is { } question
            ? Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<object[]>(
            [
                question.Code, question.Title, question.Text, question.Help, question.Guide, question.Type, (object?)question.Evidence ?? "", question.Class, question.Relevant?.ToText() ?? "",
            ])))[..16]
            : "";
    }
}
