using Gci.Web.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.People;

internal static class PeopleSetup
{
    internal static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<TeamChanges>().AddScoped<Correspondence>();

        // What is said once after a redirect; encrypted like all of the service's cookies.
        services.Configure<CookieTempDataProviderOptions>(notes => (notes.Cookie.Name, notes.Cookie.IsEssential) = ("__Host-gci-note", true));
    }
}
