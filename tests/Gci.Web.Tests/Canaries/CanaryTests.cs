using System.Globalization;
using System.Text;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;
using Gci.Testing;
using Gci.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Tests.Canaries;

/// <summary>
/// What a country confides is read by those whom the table of classes names, and by nobody else: every address that can be read is read by everybody, before
/// submission and at the end, and so are all mails and the whole log.
/// </summary>
public abstract class CanaryTests(CanaryService canaries)
{
    private static readonly string[] s_country = ["the focal point", "a contributor to LEG-1", "one who suggests"];
    private static readonly string[] s_named = ["the assigned reviewer", "the adjudicator"];
    private static readonly string[] s_staff = ["another reviewer", "an analyst", "an administrator"];

    private readonly CanaryService _canaries = canaries.Require();

    [Fact]
    public async Task Every_word_is_found_where_the_table_of_classes_allows_it_and_nowhere_else()
    {
        var open = await Sightings.OfAllAsync(_canaries);

        // What was not submitted is the country's own, but for what it asks the secretariat.
        Assert.DoesNotContain(open, sighting => !(s_country.Contains(sighting.Who) || (sighting.Canary.Field == "remark-to-the-secretariat" && IsAllowed(sighting))));
        await _canaries.Stage.ReviewAsync();
        var judged = await Sightings.OfAllAsync(_canaries, "/review");
        await _canaries.Stage.FreezeAsync();
        var closed = await Sightings.OfAllAsync(_canaries);
        Assert.DoesNotContain(judged.Concat(closed), sighting => !IsAllowed(sighting));
        Golden.Matches($"{Said("Before submission", open)}\n{Said("On the pages of the review, before it is closed", judged)}\n{Said("When it is frozen", closed)}", "sightings.txt");

        ItCanFind(open, closed);
        Assert.Empty(Canary.All(["note-on-evidence"]).Except(judged.Where(sighting => sighting.Who == "the assigned reviewer").Select(sighting => sighting.Canary)));
        await NoMailAsync();
        Assert.Empty(_canaries.Log.Found);
        Assert.True(_canaries.Log.Lines > 10_000, "hardly anything was logged");
    }

    // A test that finds nothing anywhere proves nothing.
    private void ItCanFind(IReadOnlyList<Sighting> open, IReadOnlyList<Sighting> closed)
    {
        var typed = Canary.OfCountry.Where(field => field != "objection");
        Assert.Empty(Canary.All(typed).Except(open.Where(sighting => sighting.Who == "the focal point").Select(sighting => sighting.Canary)));
        Assert.Empty(Canary.All(["objection", "reason-of-the-return", "proposal"]).Except(closed.Where(sighting => sighting.Who == "the focal point").Select(sighting => sighting.Canary)));
        Assert.Empty(Canary.All(["note-of-the-verdict", "part-that-is-proven"]).Except(closed.Where(sighting => sighting.Who == "the assigned reviewer").Select(sighting => sighting.Canary)));
        string[] forms = ["text/html", "application/json", "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/plain"];
        Assert.Empty(forms.Where(form => _canaries.ReadsPdf || form != "application/pdf").Except(open.Select(sighting => sighting.Form)));
        Assert.Contains(closed, sighting => sighting is { Form: "text/csv", Who: "an analyst" } && sighting.Canary == new Canary(Confidentiality.Secretariat, "part-that-is-proven"));
    }

    private async Task NoMailAsync()
    {
        await _canaries.Service.PartsAsync(async parts => await parts.GetRequiredService<MailDelivery>().SendDueAsync(TestContext.Current.CancellationToken));
        var queued = await _canaries.Service.DataAsync(db => db.Mails.AsNoTracking().Select(mail => mail.Subject + " " + mail.Body).ToListAsync(TestContext.Current.CancellationToken));
        var files = Directory.GetFiles(_canaries.Service.Data, "*.eml", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(queued.Concat(files), text => Canary.In(text).Any());
    }

    private static bool IsAllowed(Sighting sighting) => sighting.Canary.Class.Reaches(ReaderOf(sighting.Who));

    private static Reader ReaderOf(string who) => s_country.Contains(who) ? Reader.Country : s_named.Contains(who) ? Reader.NamedReviewer : s_staff.Contains(who) ? Reader.OtherStaff : Reader.Outsider;

    private static string Said(string when, IReadOnlyList<Sighting> sightings)
    {
        var (text, found) = (new StringBuilder($"{when}\n"), sightings.ToLookup(sighting => sighting.Canary, sighting => sighting.Who));
        foreach (var canary in Canary.All(Canary.OfCountry.Concat(Canary.OfStaff)))
        {
            var readers = CanaryStage.People.Select(person => person.Said).Where(found[canary].Contains).ToList();
            text.Append(CultureInfo.InvariantCulture, $"The {canary.Field.Replace('-', ' ')} of {(canary.Class == Confidentiality.Aggregate ? "an" : "a")} {canary.Class.Word()} answer is read by {(readers.Count == 0 ? "nobody" : string.Join(", ", readers))}.\n");
        }

        return text.ToString();
    }
}

public sealed class CanaryOnSqliteTests(CanariesOnSqlite canaries) : CanaryTests(canaries), IClassFixture<CanariesOnSqlite>;

public sealed class CanaryOnPostgreSqlTests(CanariesOnPostgreSql canaries) : CanaryTests(canaries), IClassFixture<CanariesOnPostgreSql>;
