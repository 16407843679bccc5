using System.Globalization;
using Gci.Editions;
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

    internal static Edition Edition2024 { get; } = Load("2024");

    /// <summary>The published figures of 2024 as a file of points.</summary>
    internal static string Published2024 => PointsHeader + string.Concat(Edition2024.Published!.Points.Select(country =>
        $"{country.Key},{string.Join(',', Edition2024.Pillars.Select(pillar => country.Value[pillar.Code].ToString("R", CultureInfo.InvariantCulture)))}\n"));

    private static Edition Load(string id)
    {
        var problems = new Problems();
        var edition = new EditionsFolder(Repository.Root).Load(id, problems);
        Assert.Empty(problems.InOrder());
        return edition!;
    }
}
