using Gci.Data.Responses;

namespace Gci.Web.Messages;

/// <summary>All messages on one matter to one audience: a response has at most one for each of its questions and audiences, and one about the whole.</summary>
/// <param name="Question">Null for the whole response.</param>
public sealed record Conversation(Guid Response, string? Question, Audience Audience)
{
    /// <summary>Where it is read and written.</summary>
    public string Path => $"/responses/{Response}/messages/{Word}{(Question is null ? "" : $"/{Question}")}";

    /// <summary>The audience as it stands in addresses and in the API.</summary>
    public string Word => WordOf(Audience);

    public static string WordOf(Audience audience) => audience == Audience.Country ? "country" : "secretariat";

    /// <summary>Null where the word names no audience.</summary>
    public static Audience? AudienceOf(string? word) => word switch { "country" => Audience.Country, "secretariat" => Audience.Secretariat, _ => null };
}

/// <summary>A conversation with its last message.</summary>
/// <param name="Count">How many messages it has.</param>
/// <param name="By">Who wrote the last one, as the reader may know it.</param>
/// <param name="IsFromCountry">Whether the last word is the country's.</param>
public sealed record ConversationState(Conversation About, Message Last, int Count, string By, bool IsFromCountry)
{
    /// <summary>Whether the secretariat has still to answer.</summary>
    public bool IsWaiting => About.Audience == Audience.Secretariat && IsFromCountry;
}
