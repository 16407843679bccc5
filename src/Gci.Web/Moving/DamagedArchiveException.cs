namespace Gci.Web.Moving;

/// <summary>An archive that is not as it was written; nothing of it is taken.</summary>
internal sealed class DamagedArchiveException(string sentence) : Exception(sentence);
