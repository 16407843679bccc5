using Gci.Data.Accounts;
using Gci.Data.Responses;

namespace Gci.Data.Tests;

/// <summary>Who may certify, and what a certificate must say.</summary>
public sealed class CertificateTests
{
    [Fact]
    public void What_was_certified_is_kept_and_closes_the_response()
    {
        var held = new Held().Answer("LEG-1.1.1", "no");
        var (content, unanswered) = (held.Dossier.Content(), held.Completeness.Unanswered);

        Assert.Null(held.Certified(certificate => certificate with { Name = "  Amina Wanjiru " }));

        var response = held.Response;
        Assert.Equal(("Amina Wanjiru", "Director", unanswered, content), (response.CertifiedName, response.CertifiedOffice, response.CertifiedUnanswered!.Value, response.CertifiedHash));
        Assert.Equal((ResponseState.Submitted, held.Actor.Id, Held.Now), (response.State, response.SubmittedBy!.Value, response.SubmittedAt!.Value));
        Assert.Equal("already-submitted", held.Certified()!.Code);
    }

    [Fact]
    public void An_answer_that_changed_since_it_was_shown_is_not_certified()
    {
        var held = new Held().Answer("LEG-1.1.1", "no");
        var shown = held.Dossier.Content();
        held.Answer("LEG-1.1.2", "no");

        Assert.Equal("changed-since-shown", held.Certified(certificate => certificate with { Content = shown })!.Code);
        Assert.Null(held.Response.SubmittedAt);
    }

    [Fact]
    public void Evidence_that_was_added_since_it_was_shown_is_not_certified()
    {
        var held = new Held().Answer("LEG-1.1.1", "no");
        var shown = held.Dossier.Content();
        held.Link("LEG-1.1.1");

        Assert.Equal("changed-since-shown", held.Certified(certificate => certificate with { Content = shown })!.Code);
    }

    [Theory]
    [InlineData(null, "Director", true, 0, "certify-name")]
    [InlineData("   ", "Director", true, 0, "certify-name")]
    [InlineData("a\nb", "Director", true, 0, "certify-name")]
    [InlineData("Amina", "", true, 0, "certify-office")]
    [InlineData("Amina", "Director", false, 0, "certify-declaration")]
    [InlineData("Amina", "Director", true, -1, "certify-unanswered")]
    public void A_certificate_says_who_in_what_office_declares_what(string? name, string office, bool isDeclared, int more, string code)
    {
        var held = new Held();

        var refusal = held.Certified(certificate => certificate with { Name = name, Office = office, IsDeclared = isDeclared, Unanswered = certificate.Unanswered + more });

        Assert.Equal(code, refusal!.Code);
        Assert.Null(held.Response.SubmittedAt);
    }

    [Fact]
    public void A_name_of_201_letters_is_too_long()
    {
        Assert.Equal("certify-name", new Held().Certified(certificate => certificate with { Name = new('n', 201) })!.Code);
        Assert.Null(new Held().Certified(certificate => certificate with { Name = new('n', 200) }));
    }

    [Fact]
    public void Only_the_focal_point_of_the_country_certifies_and_nobody_a_self_assessment()
    {
        foreach (var (role, country) in new[] { (Role.Contributor, "KEN"), (Role.FocalPoint, "URY"), (Role.Administrator, null) })
        {
            var held = new Held();
            var refusal = held.Response.Certify(
                new(Guid.NewGuid(), "Other", role, country), new("Other", "Office", true, held.Completeness.Unanswered, held.Dossier.Content()), held.Dossier, held.Completeness, Held.Now);
            Assert.Equal("not-focal-point", refusal!.Code);
        }

        Assert.Equal("not-focal-point", new Held(ResponseKind.SelfAssessment).Certified()!.Code);
    }
}
