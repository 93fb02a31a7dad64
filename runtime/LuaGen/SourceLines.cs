using System.Globalization;

namespace LuaGen;

/// <summary>Finds the file and line that a line of a script with included files comes from.</summary>
internal static class SourceLines
{
    /// <param name="line">The line in the text, starting at 1.</param>
    /// <param name="runs">The runs of lines, see the constructor of <see cref="ScriptDefinition"/>; null if all lines are those of the file.</param>
    /// <param name="filePath">The script's own file.</param>
    public static (string FilePath, int Line) PlaceOf(int line, string? runs, string filePath)
    {
        var place = (filePath, line);
        foreach (var run in runs?.Split('\n') ?? [])
        {
            var parts = run.Split([':'], 3);
            if (parts.Length < 3 || int.Parse(parts[0], CultureInfo.InvariantCulture) is var first && first > line)
            {
                break;
            }

            place = (parts[2].Length == 0 ? filePath : parts[2], int.Parse(parts[1], CultureInfo.InvariantCulture) + line - first);
        }

        return place;
    }
}
