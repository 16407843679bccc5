namespace Gci.Reports.Reading;

/// <summary>Ends the reading of a workbook; the message is the sentence that its author sees.</summary>
internal sealed class DamagedWorkbookException(string sentence) : Exception(sentence);
