namespace Gci.Web;

/// <summary>The service cannot run as it was told to; the message says why and what to do, for the person at the terminal.</summary>
public sealed class CannotStartException(string sentence) : Exception(sentence);
