using Gci.Data;
using Gci.Editions.Translations;
using Gci.Web.Accounts.Passwords;
using Microsoft.AspNetCore.Identity;

namespace Gci.Web.Accounts;

/// <summary>What is wrong with a form: a sentence for each field, in the reader's language.</summary>
public sealed class Mistakes
{
    private readonly List<(string Field, string Sentence)> _all = [];

    public IReadOnlyList<(string Field, string Sentence)> All => _all;

    public bool Any => _all.Count > 0;

    public string? Of(string field) => _all.FirstOrDefault(mistake => mistake.Field == field).Sentence;

    public void Add(string field, string sentence)
    {
        if (!_all.Contains((field, sentence)))
        {
            _all.Add((field, sentence));
        }
    }

    /// <summary>What Identity refused about a new password; its own English sentences reach nobody.</summary>
    public void AddPassword(string field, IdentityResult result, InterfaceTexts texts)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var error in result.Errors)
        {
            Add(field, Sentence(error.Code, texts));
        }
    }

    public static Mistakes Of(string field, string sentence)
    {
        var mistakes = new Mistakes();
        mistakes.Add(field, sentence);
        return mistakes;
    }

    public static Mistakes Of(string field, Refusal refusal, InterfaceTexts texts) => Of(field, texts.Of(refusal));

    private static string Sentence(string code, InterfaceTexts texts) => code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => texts.Say("account.password.short", ("count", SignInSetup.ShortestPassword)),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => texts["account.password.same-letters"],
        nameof(IdentityErrorDescriber.PasswordMismatch) => texts["account.password.current-wrong"],
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => texts["account.password.address-taken"],
        nameof(IdentityErrorDescriber.InvalidToken) => texts["account.reset.link-used"],
        GuessablePasswords.Personal => texts["account.password.personal"],
        GuessablePasswords.Common => texts["account.password.common"],
        BreachedPasswords.Code => texts["account.password.breached"],
        _ => texts["account.password.not-saved"],
    };
}
