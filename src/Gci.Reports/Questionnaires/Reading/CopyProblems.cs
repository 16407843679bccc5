using Gci.Editions;
using Gci.Editions.Translations;

namespace Gci.Reports.Questionnaires.Reading;

/// <summary>What is wrong in a workbook, said in the reader's language: interface texts of the area <c>workbook</c>, or refusals.</summary>
internal sealed class CopyProblems(string file, InterfaceTexts texts)
{
    private readonly Problems _found = new();

    internal InterfaceTexts Texts => texts;

    internal bool Any => _found.Any;

    /// <param name="place">Sheet and cell, such as <c>Legal measures!D9</c>.</param>
    internal void Add(string place, string key, params ReadOnlySpan<(string Name, object? Value)> values) => _found.Add(file, place, texts.Say(key, values));

    /// <summary>About the workbook as a whole.</summary>
    internal void Add(string key, params ReadOnlySpan<(string Name, object? Value)> values) => _found.Add(file, 1, texts.Say(key, values));

    /// <summary>A list of its own, which may be thrown away or handed on.</summary>
    internal CopyProblems Aside() => new(file, texts);

    internal void Add(CopyProblems others) => _found.Add(others._found);

    internal void HandOn(Problems to) => to.Add(_found);
}
