using Gci.Editions.Questionnaires;

namespace Gci.Editions.Tests.Questionnaires;

public sealed class ClassTableTests
{
    [Theory]
    [InlineData(Reader.Country, "yes yes yes yes")]
    [InlineData(Reader.NamedReviewer, "yes yes yes yes")]
    [InlineData(Reader.OtherStaff, "yes yes yes no")]
    [InlineData(Reader.Outsider, "no no no no")]
    [InlineData(Reader.CountryPublication, "yes no no no")]
    [InlineData(Reader.Totals, "yes yes no no")]
    [InlineData(Reader.Mail, "no no no no")]
    [InlineData(Reader.Log, "no no no no")]
    public void An_answer_reaches_only_those_whom_its_class_names(Reader reader, string publicAggregateSecretariatRestricted) =>
        Assert.Equal(publicAggregateSecretariatRestricted, string.Join(' ', Enum.GetValues<Confidentiality>().Select(of => of.Reaches(reader) ? "yes" : "no")));

    [Fact]
    public void Every_reader_has_a_line_in_the_table() =>
        Assert.All(Enum.GetValues<Reader>(), reader => Assert.All(Enum.GetValues<Confidentiality>(), of => _ = of.Reaches(reader)));

    [Fact]
    public void A_stricter_class_never_reaches_more_readers() => Assert.All(Enum.GetValues<Reader>(), reader => Assert.All(
        Enum.GetValues<Confidentiality>(), of => Assert.All(of.AtLeast().Where(stricter => stricter.Reaches(reader)), _ => Assert.True(of.Reaches(reader)))));

    [Fact]
    public void Of_two_classes_the_stricter_one_counts()
    {
        Assert.Equal(Confidentiality.Restricted, Confidentiality.Aggregate.Or(Confidentiality.Restricted));
        Assert.Equal(Confidentiality.Secretariat, Confidentiality.Secretariat.Or(Confidentiality.Public));
    }

    [Fact]
    public void The_words_of_questionnaires_name_the_classes()
    {
        Assert.All(Enum.GetValues<Confidentiality>(), of => Assert.Equal(of, ClassTable.Of(of.Word())));
        Assert.Null(ClassTable.Of("secret"));
        Assert.Null(ClassTable.Of(null));
    }
}
