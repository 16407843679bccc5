using Gci.Data.Accounts;

namespace Gci.Cli;

/// <summary>Roles as they are written on the command line, such as <c>focal-point</c>.</summary>
internal static class RoleNames
{
    internal static IReadOnlyDictionary<string, Role> All { get; } = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["focal-point"] = Role.FocalPoint,
        ["contributor"] = Role.Contributor,
        ["reviewer"] = Role.Reviewer,
        ["analyst"] = Role.Analyst,
        ["expert"] = Role.Expert,
        ["administrator"] = Role.Administrator,
    };

    internal static string Of(Role role) => All.First(pair => pair.Value == role).Key;
}
