using System.Diagnostics;

namespace Gci.Editions.Questionnaires;

/// <summary>Who or what the words of an answer may reach: its value, comment and evidence, what was remarked and found about it.</summary>
public enum Reader
{
    /// <summary>The country's own people, each within the sections that are open to them.</summary>
    Country,

    /// <summary>Somebody of the secretariat who is assigned to the answer's pillar in this response, from whatever seat.</summary>
    NamedReviewer,

    /// <summary>Everybody else of the secretariat.</summary>
    OtherStaff,

    /// <summary>Experts, other countries, and people who are not known.</summary>
    Outsider,

    /// <summary>What is published and names countries.</summary>
    CountryPublication,

    /// <summary>What is published as totals over countries.</summary>
    Totals,

    /// <summary>A mail, which nobody can call back.</summary>
    Mail,

    /// <summary>The log of the service.</summary>
    Log,
}

/// <summary>
/// The one table of confidentiality classes and readers. That an answer exists, where its review stands, and the points that it adds to its pillar are
/// not its words, and are known to all who work on the response.
/// </summary>
public static class ClassTable
{
    /// <summary>Whether the words of an answer of this class reach the reader.</summary>
    public static bool Reaches(this Confidentiality of, Reader reader) => reader switch
    {
        Reader.Country or Reader.NamedReviewer => true,
        Reader.OtherStaff => of != Confidentiality.Restricted,
        Reader.CountryPublication => of == Confidentiality.Public,
        Reader.Totals => of is Confidentiality.Public or Confidentiality.Aggregate,
        Reader.Outsider or Reader.Mail or Reader.Log => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>The stricter of two classes.</summary>
    public static Confidentiality Or(this Confidentiality one, Confidentiality other) => one > other ? one : other;

    /// <summary>The classes that a country may give an answer: that of the question, and the stricter ones.</summary>
    public static IEnumerable<Confidentiality> AtLeast(this Confidentiality least) => Enum.GetValues<Confidentiality>().Where(of => of >= least);

    /// <summary>The class as it is written in questionnaires and in the API.</summary>
    public static string Word(this Confidentiality of) => of switch
    {
        Confidentiality.Public => "public",
        Confidentiality.Aggregate => "aggregate",
        Confidentiality.Secretariat => "secretariat",
        Confidentiality.Restricted => "restricted",
        _ => throw new UnreachableException(),
    };

    /// <summary>Null where the word is no class.</summary>
    public static Confidentiality? Of(string? word) => Enum.GetValues<Confidentiality>().Select(of => (Confidentiality?)of).FirstOrDefault(of => of!.Value.Word() == word);
}
