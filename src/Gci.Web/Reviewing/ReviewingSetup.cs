using Microsoft.Extensions.DependencyInjection;

namespace Gci.Web.Reviewing;

internal static class ReviewingSetup
{
    internal static IServiceCollection AddReviewing(this IServiceCollection services) => services
        .AddScoped<ReviewForm>().AddScoped<Assigning>().AddScoped<CountryLetters>().AddScoped<Returning>().AddScoped<Researching>();
}
