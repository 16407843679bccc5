using System.Net;
using Gci.Data;
using Gci.Data.Accounts;
using Gci.Data.Responses;
using Gci.Editions;
using Gci.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gci.Web.Tests;

/// <summary>A country with an open response to the edition 2026 and its focal point, for tests that must not disturb others; made once a service and name.</summary>
internal sealed record Team(Service Service, Guid Response, Account Person, Browser Lead)
{
    internal const string Section = "LEG-2";

    private static readonly Dictionary<(Service, string), Team> s_made = [];
    private static readonly Edition s_edition = new EditionsFolder(Repository.Root).Load("2026", new Problems())!;

    internal string Page => $"/responses/{Response}/sections/{Section}";

    internal string Api(string question) => $"/api/v1/responses/{Response}/answers/{question}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static async Task<Team> OfAsync(Service service, string name, string country)
    {
        if (!s_made.TryGetValue((service, name), out var team))
        {
            var person = await service.PersonAsync($"{name}-lead", Role.FocalPoint, country);
            var response = await service.OpenAsync(person, "2026");
            s_made[(service, name)] = team = new(service, response, person, await service.SignedInAsync($"{name}-lead"));
        }

        return team;
    }

    /// <summary>A contributor with a right on the section.</summary>
    internal async Task<Browser> ContributorAsync(string name, Right right)
    {
        var person = await Service.PersonAsync(name, Role.Contributor, Person.Country);
        await Service.DataAsync(async db =>
        {
            await db.ResponseAsync(Response, (response, _) =>
            {
                response.Grant(Person.AsActor(), person, [Section], right, Moment.Now(TimeProvider.System));
                return Task.FromResult("granted");
            }, Cancel);
            return true;
        });
        return await Service.SignedInAsync(name);
    }

    internal Task<AnswerRevision?> CurrentAsync(string question) =>
        Service.DataAsync(db => db.CurrentAnswers(Response).AsNoTracking().FirstOrDefaultAsync(answer => answer.Question == question, Cancel));

    /// <summary>The fields of an answer on top of the one that is there.</summary>
    internal async Task<Dictionary<string, string>> AnsweredAsync(string code, string value) => new()
    {
        ["form-key"] = Guid.NewGuid().ToString(),
        [$"{code}.value"] = value,
        [$"{code}.revision"] = $"{(await CurrentAsync(code))?.Revision ?? 0}",
    };

    internal Task<List<EvidenceItem>> EvidenceAsync() =>
        Service.DataAsync(db => db.Evidence.AsNoTracking().Where(item => item.ResponseId == Response).OrderBy(item => item.At).ToListAsync(Cancel));

    internal Task<List<Message>> MessagesAsync() =>
        Service.DataAsync(db => db.Messages.AsNoTracking().Where(message => message.ResponseId == Response).OrderBy(message => message.At).ThenBy(message => message.Id).ToListAsync(Cancel));

    internal Task<List<Suggestion>> SuggestionsAsync() =>
        Service.DataAsync(db => db.Suggestions.AsNoTracking().Where(row => row.ResponseId == Response).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(Cancel));

    internal async Task AttachAsync(string title, string url = "https://laws.example.org/act-12")
    {
        var answer = await Lead.CallAsync(HttpMethod.Post, $"{Api("LEG-2.1")}/evidence", new { kind = "law", title, url });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    internal Task<HttpResponseMessage> FileAsync(Dictionary<string, string> fields, byte[] content) => Lead.PostFileAsync(
        Page, new(fields) { ["go"] = "attach:LEG-2.1", ["LEG-2.1.evidence.kind"] = "law", ["LEG-2.1.evidence.title"] = "The act as a file" }, "LEG-2.1.evidence.file", "act.txt", content);

    internal Task PrefillAsync(string question, string value) => Service.DataAsync(db => db.SaveAsync(
        Response, Person.AsActor(), s_edition, new(question, new(value), 0, $"prefill-{question}", Provenance.PrefilledUnconfirmed), TimeProvider.System, Cancel));

    internal Task SubmitAsync() => Service.DataAsync(db => db.ResponseAsync(
        Response,
        async (response, stop) =>
        {
            var dossier = await Dossier.LoadAsync(db, Response, stop);
            var completeness = Completeness.Of(s_edition, response.Country, dossier);
            var refusal = response.Certify(
                Person.AsActor(), new("The lead", "Ministry", true, completeness.Unanswered, dossier.Content()), dossier, completeness, Moment.Now(TimeProvider.System));
            Assert.Null(refusal);
            return "submitted";
        },
        Cancel));
}
