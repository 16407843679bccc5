using System.Globalization;

namespace Gci.Editions.Answers;

/// <summary>Says what is wrong with a country's code, and which one was probably meant.</summary>
internal static class CountryCodes
{
    /// <summary>A sentence, or null where the code is one of the countries.</summary>
    internal static string? Mistake(string text, IReadOnlySet<string> countries)
    {
        if (countries.Contains(text))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return "The country is missing.";
        }

        var probable = text.Trim().ToUpperInvariant();
        return countries.Contains(probable) ? $"The country {Quoted.Text(text)} is not known; write {probable}."
            : OfTwoLetters(probable) is { } iso3 && countries.Contains(iso3) ? $"The country {Quoted.Text(text)} is not known; write {iso3}, its code of three letters."
            : $"The country {Quoted.Text(text)} is not known; write its ISO code of three letters.";
    }

    private static string? OfTwoLetters(string code)
    {
        try
        {
            return code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? new RegionInfo(code).ThreeLetterISORegionName : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
