using Gci.Data;
using Gci.Data.Responses;
using Gci.Editions.Questionnaires;

namespace Gci.Web.Answering;

/// <summary>Makes the class of an answer stricter, whether a page or a program asks for it.</summary>
public static class Classifying
{
    /// <summary>The class as it is after the commit; the same again changes nothing.</summary>
    public static Task<Outcome<AnswerClass>?> ClassifyAsync(
        this GciDb db, OpenedResponse opened, Question question, Confidentiality wanted, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(question);
        return db.ResponseAsync(
            opened.Response.Id,
            async (response, stop) =>
            {
                var present = opened.Edition.ClassOf(question.Code, await db.RaisedAsync(response.Id, stop));
                return Outcome<AnswerClass>.Of(new(question.Code, wanted, question.Class), response.Raise(opened.Actor, question, wanted, present, Moment.Now(clock)));
            },
            cancel);
    }
}

/// <summary>Who reads the answer to a question.</summary>
/// <param name="Question">The code of the question.</param>
/// <param name="Class">The class of the answer; every request that reads it is answered by it.</param>
/// <param name="Least">The class of the question, below which it cannot be.</param>
public sealed record AnswerClass(string Question, Confidentiality Class, Confidentiality Least);
