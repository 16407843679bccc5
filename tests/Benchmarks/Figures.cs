using System.Globalization;

namespace Gci.Benchmarks;

/// <summary>A measured figure beside its goal.</summary>
/// <param name="Goal">NaN for a figure that only stands beside others.</param>
/// <param name="Unit">What both are counted in, such as ms.</param>
/// <param name="IsLeast">Whether the goal is the least that is wanted, and not the most.</param>
internal sealed record Figure(string Name, string What, double Measured, double Goal, string Unit, bool IsLeast = false);

/// <summary>The table that a run ends with.</summary>
internal static class Figures
{
    internal static void Print(IReadOnlyList<Figure> figures, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(Machine.Describe());
        output.WriteLine();
        output.WriteLine($"{"",-24} {"",-70} {"measured",12} {"goal",12}");
        foreach (var figure in figures)
        {
            output.WriteLine($"{figure.Name,-24} {figure.What,-70} {Said(figure.Measured, figure.Unit),12} {(double.IsNaN(figure.Goal) ? "" : Said(figure.Goal, figure.Unit)),12}  {Verdict(figure)}");
        }

        if (figures.Count == 0)
        {
            output.WriteLine("No measurement has such a name.");
        }
    }

    private static string Said(double figure, string unit) => double.IsNaN(figure) ? "not known" : string.Create(CultureInfo.InvariantCulture, $"{figure:0.###} {unit}");

    private static string Verdict(Figure figure) => double.IsNaN(figure.Measured) || double.IsNaN(figure.Goal) ? "" : (figure.IsLeast ? figure.Measured >= figure.Goal : figure.Measured <= figure.Goal) ? "reached" : "missed";
}
