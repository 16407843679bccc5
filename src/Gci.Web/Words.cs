using System.Text.Json;

namespace Gci.Web;

/// <summary>Values of enumerations as addresses, forms and programs have them, such as <c>close-answering</c>.</summary>
internal static class Words
{
    internal static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Null where the word names none of them.</summary>
    internal static T? Named<T>(string? word, IEnumerable<T> among)
        where T : struct, Enum => among.Where(value => Of(value) == word).Select(value => (T?)value).FirstOrDefault();
}
