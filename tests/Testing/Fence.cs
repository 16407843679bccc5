using System.Reflection;

namespace Gci.Testing;

/// <summary>What an assembly refers to and which names it uses; for tests of what a project must never contain.</summary>
public static class Fence
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Referenced assemblies outside the base library.</summary>
    public static IEnumerable<string> ReferencesBeyondTheBaseLibrary(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Types, members and parameters, private ones too, whose name has the word in it, in capitals or not.</summary>
    public static IEnumerable<string> NamesWith(string word, Assembly assembly) => assembly.GetTypes()
        .SelectMany(Names)
        .Where(name => name[(name.LastIndexOf('/') + 1)..].Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(Type type) => type.GetMembers(Declared)
        .SelectMany(member => Parameters(member).Select(parameter => parameter.Name).Prepend(member.Name).Select(name => $"{type.FullName}/{name}"))
        .Concat(type.GetGenericArguments().Select(argument => $"{type.FullName}/{argument.Name}"))
        .Prepend($"{type.Namespace}/{type.Namespace}.{type.Name}");

    private static ParameterInfo[] Parameters(MemberInfo member) => member is MethodBase method ? method.GetParameters() : [];
}
