using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Gci.Editions;
using Gci.Editions.Expressions;
using Gci.Editions.Questionnaires;
using Gci.Editions.Translations;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Gci.Web.Api;

/// <summary>Questionnaires as JSON, written once for each edition of the folder and language, and anew for a draft; their tags change with their content.</summary>
internal sealed class QuestionnaireCopies(IOptions<JsonOptions> json)
{
    private readonly ConcurrentDictionary<(string Edition, string Language), (byte[] Body, string Tag)> _copies = [];

    internal (byte[] Body, string Tag) Of(Edition edition, string language) =>
        edition.IsDrafted ? Written(edition, language) : _copies.GetOrAdd((edition.Id, language), _ => Written(edition, language));

    private (byte[] Body, string Tag) Written(Edition edition, string language)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Entry(edition, edition.In(language)), json.Value.SerializerOptions);
        return (body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"");
    }

    private static QuestionnaireEntry Entry(Edition edition, Wording wording) => new(
        edition.Id, edition.Hash, wording.Language,
        [.. edition.Questionnaire!.EvidenceKinds.Select(kind => new KindEntry(kind.Code, Words.Of(wording.EvidenceKind(kind))))],
        [
            .. edition.Questionnaire.Sections.Select(section => new SectionEntry(
                section.Pillar, Words.Of(wording.Pillar(section.Pillar)), Words.Of(wording.Introduction(section)), Items(section.Items, wording))),
        ]);

    private static List<ItemEntry> Items(IEnumerable<Item> items, Wording wording) => [.. items.Select(item => Entry(item, wording))];

    private static ItemEntry Entry(Item item, Wording wording)
    {
        var (title, text, condition) = (Words.Of(wording.Title(item)), Words.Of(wording.Text(item)), item.Relevant?.ToText());
        return item switch
        {
            ItemGroup group => new GroupEntry(item.Code, item.Variable, title, text, condition, Items(group.Items, wording)),
            Question question => new QuestionEntry(
                item.Code, item.Variable, title, text, condition, Words.Of(wording.Help(question)), Format(question, wording),
                question.Evidence is { } policy ? new(policy.When, policy.Minimum, policy.Maximum, policy.Accept, policy.Kinds) : null, question.Class, question.IsScored),
            _ => throw new UnreachableException(),
        };
    }

    private static AnswerFormat Format(Question question, Wording wording) => question.Type switch
    {
        OptionsType type => new(type.Name)
        {
            Options = [.. type.Options.Select(option => new OptionEntry(option.Code, Words.Of(wording.Option(question, option)), option.IsExclusive))],
        },
        NumberType type => new(type.Name)
        {
            Unit = Words.Of(wording.Unit(question, type)),
            Minimum = type.Minimum,
            Maximum = type.Maximum,
            Decimals = type.Decimals,
        },
        TextType type => new(type.Name) { MaximumLength = type.MaximumLength },
        TableType type => new(type.Name)
        {
            Columns = [.. type.Columns.Select(column => new ColumnEntry(column.Code, Words.Of(wording.Column(question, column)), column.Type))],
            MaximumRows = type.MaximumRows,
        },
        _ => new(question.Type.Name),
    };
}
