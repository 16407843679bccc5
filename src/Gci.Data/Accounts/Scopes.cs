using System.Collections.Immutable;

namespace Gci.Data.Accounts;

/// <summary>What a token lets a program do for the account that made it. A token never does more than the account may.</summary>
public static class Scopes
{
    /// <summary>Reads responses with their answers, evidence, people, messages and history.</summary>
    public const string ReadResponses = "responses:read";

    /// <summary>Changes answers, evidence, suggestions and messages.</summary>
    public const string WriteResponses = "responses:write";

    /// <summary>Invites people to a response and says what they may do.</summary>
    public const string WritePeople = "people:write";

    /// <summary>Certifies and submits a response.</summary>
    public const string Submit = "submit";

    /// <summary>Reads how editions are run: states, dates and how far each country is.</summary>
    public const string ReadEditions = "editions:read";

    /// <summary>Runs editions: dates, steps, extensions and reminders.</summary>
    public const string RunEditions = "editions:write";

    /// <summary>Takes part in the consultation on a draft edition.</summary>
    public const string Consult = "consult";

    public static ImmutableArray<string> All { get; } = [ReadResponses, WriteResponses, WritePeople, Submit, Consult, ReadEditions, RunEditions];
}
