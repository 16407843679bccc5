using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gci.Web.Api.Description;
using Gci.Web.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Api;

internal static class ApiSetup
{
    /// <summary>JSON as the whole API writes it, the limits on tokens, and the description of the API.</summary>
    internal static IServiceCollection AddApi(this IServiceCollection services, ServiceOptions options)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.Configure<CookieTempDataProviderOptions>(once => once.Cookie.Name = "__Host-gci-once");
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        return services.AddApiLimits(options.ApiRequests).AddSingleton<QuestionnaireCopies>().AddApiDescription();
    }

    /// <summary>Every resource below <c>/api/v1</c>, one file each.</summary>
    internal static void MapApiRoutes(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi();
        api.MapMe();
        api.MapCountries();
        api.MapEditions();
        api.MapFreezing();
        api.MapRuns();
        api.MapBoard();
        api.MapResponses();
        api.MapPeople();
        api.MapMessages();
        api.MapHistory();
        api.MapAnswers();
        api.MapClasses();
        api.MapEvidence();
        api.MapSuggestions();
        api.MapRemarks();
        api.MapSession();
        api.MapWorkbooks();
        api.MapIndication();
        api.MapPrivateCopies();
        api.MapFilesForPrograms();
        api.MapSubmission();
        api.MapReviews();
        api.MapAdjudication();
        api.MapAssignments();
        api.MapReturns();
        api.MapConsultation();
        api.MapDrafts();
        api.MapDraftQuestions();
        api.MapProblems();
        routes.MapApiDescription();
        routes.MapInteractivePage();
    }
}
