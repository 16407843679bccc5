using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions.Translations;
using Gci.Web.Answering;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Reviewing;

/// <summary>Mails about reviews; none of them holds what was answered or asked, only where to read it.</summary>
public sealed class CountryLetters(GciDb db, Letters letters)
{
    /// <summary>To all focal points of the country.</summary>
    internal async Task ToCountryAsync(OpenedResponse opened, string name, DateTimeOffset due, CancellationToken cancel)
    {
        var country = opened.Response.Country;
        foreach (var person in await db.FocalPoints().AsNoTracking().Where(user => user.Country == country).ToListAsync(cancel))
        {
            letters.Queue(person, name, [.. About(opened, person.Language), ("date", AnswerWording.Day(DateOnly.FromDateTime(due.UtcDateTime), person.Language))]);
        }
    }

    /// <summary>To those who review the response, or, where nobody does, to the analysts.</summary>
    internal async Task ToReviewersAsync(OpenedResponse opened, string name, CancellationToken cancel)
    {
        var assigned = await db.Assigned(opened.Response.Id).Select(assignment => assignment.ReviewerId).Distinct().ToListAsync(cancel);
        foreach (var person in await db.Users.AsNoTracking().Where(user => user.ClosedAt == null && (assigned.Count == 0 ? user.Role == Role.Analyst : assigned.Contains(user.Id))).OrderBy(user => user.Id).ToListAsync(cancel))
        {
            letters.Queue(person, name, About(opened, person.Language));
        }
    }

    private static (string, object?)[] About(OpenedResponse opened, string language) =>
        [("country", opened.Edition.Countries[opened.Response.Country].NameIn(language)), ("edition", opened.Edition.Title), ("response", opened.Response.Id)];
}
