using Gci.Data;
using Gci.Data.Accounts;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Http;

namespace Gci.Web.Accounts;

/// <summary>Who makes this request, and in which language it is answered.</summary>
public sealed class Visitor(IHttpContextAccessor context, EditionShelf shelf)
{
    internal const string LanguageCookie = "__Host-gci-language";

    private Account? _account;
    private InterfaceTexts? _texts;

    /// <summary>Null for somebody who is not signed in.</summary>
    public Actor? Actor => _account?.AsActor();

    /// <exception cref="InvalidOperationException">Nobody is signed in; only pages that ask for it may call this.</exception>
    public Actor Known => Actor ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The account's language, otherwise the one chosen in this browser, otherwise the first that the browser asks for.</summary>
    public string Language => _account?.Language is { } own && Languages.IsKnown(own) ? own
        : context.HttpContext?.Request.Cookies[LanguageCookie] is { } chosen && Languages.IsKnown(chosen) ? chosen
        : context.HttpContext?.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0]).FirstOrDefault(Languages.IsKnown) ?? Languages.Source;

    /// <summary>The sentences of the service in the visitor's language, the same object for the whole request.</summary>
    public InterfaceTexts Texts => _texts?.Language == Language ? _texts : _texts = shelf.In(Language).Anew();

    /// <summary>Somebody whose account opens more than one country's answers, and who has no second factor.</summary>
    internal bool LacksSecondFactor => _account is { TwoFactorEnabled: false } account && account.Role.WorksForAll();

    /// <summary>The language that was asked for, or the visitor's own; null with a refusal where there is no such language.</summary>
    internal string? LanguageOf(string? asked, out Refusal? refusal)
    {
        refusal = asked is null || Languages.IsKnown(asked) ? null : new("language-unknown", ("languages", string.Join(", ", Languages.All)));
        return refusal is null ? asked ?? Language : null;
    }

    internal void SignedIn(Account account) => _account = account;
}
