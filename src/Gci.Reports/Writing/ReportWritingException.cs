namespace Gci.Reports.Writing;

/// <summary>The engine could not draw the report; the message is what it said, in one line.</summary>
public sealed class ReportWritingException(string message) : Exception(message);
