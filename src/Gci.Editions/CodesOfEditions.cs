namespace Gci.Editions;

/// <summary>A code means one thing for ever: over all editions it belongs to one variable.</summary>
internal static class CodesOfEditions
{
    internal static void Check(DefinitionFolder root, IEnumerable<(string Id, Edition? Edition)> editions, Problems problems)
    {
        var known = new Dictionary<string, (string Variable, string Edition)>(StringComparer.Ordinal);
        foreach (var (id, edition) in editions)
        {
            foreach (var section in edition?.Questionnaire?.Sections ?? [])
            {
                var file = root.Folder("questionnaires").Folder(edition!.QuestionnaireId!).File(edition.Pillars.First(pillar => pillar.Code == section.Pillar).Variable + ".yaml");
                foreach (var item in new Questionnaires.Questionnaire([section], []).Items())
                {
                    if (!known.TryAdd(item.Code, (item.Variable, id)) && known[item.Code].Variable != item.Variable)
                    {
                        problems.Add(file.Name, item.Line, $"The code {item.Code} is {known[item.Code].Variable} in {known[item.Code].Edition} and {item.Variable} here: a code is never reused, give this item a new one.");
                    }
                }
            }
        }
    }
}
