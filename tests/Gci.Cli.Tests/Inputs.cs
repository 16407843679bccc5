using System.Collections.Immutable;
using System.Globalization;
using Gci.Cli.Demo;
using Gci.Editions;
using Gci.Reports.Files;
using Gci.Testing;

namespace Gci.Cli.Tests;

/// <summary>Small inputs that the tests hand in.</summary>
internal static class Inputs
{
    internal const string PointsHeader = "iso3,legal,technical,organizational,capacity_development,cooperation\n";

    internal const string Points = PointsHeader + "EST,20,15.5,20,19.75,20\nURY,18.5,19,19,18.2,19.999\nSLV,14.25,2.5,13,6.5,10\n";

    /// <summary>Answers to the made-up index of three pillars.</summary>
    internal const string OtherAnswers =
        """
        country,code,answer
        EST,WAT-1,yes
        EST,WAT-2,partial
        EST,SAN-1,10
        EST,AIR-1,yes
        FRA,WAT-1,no
        FRA,SAN-1,3
        FRA,AIR-1,partial
        CIV,WAT-1,partial
        CIV,SAN-1,1
        CIV,AIR-1,yes

        """;

    /// <summary>The same with two countries close to a bound: 77.5 and 42.3 points of 100.</summary>
    internal const string CloseAnswers = OtherAnswers +
        """
        KEN,WAT-1,yes
        KEN,WAT-2,no
        KEN,SAN-1,10
        KEN,AIR-1,yes
        TUR,WAT-1,partial
        TUR,WAT-2,partial
        TUR,SAN-1,1
        TUR,AIR-1,partial

        """;

    private static readonly (string Country, double Points)[] s_aims = [("EST", 19.1), ("FJI", 18.9), ("KEN", 4.1), ("SLV", 10.9), ("URY", 17.1)];

    private static readonly Lazy<string> s_answers2024 = new(Invented);

    /// <summary>Invented answers to all questions of 2024 from five countries that lie close to a bound.</summary>
    internal static string Answers2024 => s_answers2024.Value;

    internal static Edition Edition2024 { get; } = Load("2024");

    /// <summary>The published figures of 2024 as a file of points.</summary>
    internal static string Published2024 => PointsHeader + string.Concat(Edition2024.Published!.Points.Select(country =>
        $"{country.Key},{string.Join(',', Edition2024.Pillars.Select(pillar => country.Value[pillar.Code].ToString("R", CultureInfo.InvariantCulture)))}\n"));

    private static string Invented()
    {
        var aims = s_aims.ToDictionary(aim => aim.Country, aim => Edition2024.Pillars.ToImmutableDictionary(pillar => pillar.Code, _ => aim.Points), StringComparer.Ordinal);
        return AnswersText.Of([.. new IllustrativeAnswers(Edition2024).Rows("", aims)]);
    }

    private static Edition Load(string id)
    {
        var problems = new Problems();
        var edition = new EditionsFolder(Repository.Root).Load(id, problems);
        Assert.Empty(problems.InOrder());
        return edition!;
    }
}
