using System.CommandLine;

namespace Gci.Cli;

/// <summary>An option that may also come from the variable of its name: <c>--bucket-key</c> from <c>GCI_BUCKET_KEY</c>.</summary>
internal static class VariableOption
{
    internal static Option<string?> Text(string name, string wanted, string description) => new(name) { Description = $"{description} (default: {VariableOf(name)})", HelpName = wanted };

    internal static string? ValueIn(this Option<string?> option, ParseResult parsed) =>
        parsed.GetValue(option) ?? (Environment.GetEnvironmentVariable(VariableOf(option.Name)) is { Length: > 0 } value ? value : null);

    private static string VariableOf(string option) => $"GCI_{option[2..].ToUpperInvariant().Replace('-', '_')}";
}
