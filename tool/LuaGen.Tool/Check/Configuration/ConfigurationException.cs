namespace LuaGen.Tool.Check.Configuration;

/// <summary>A configuration that cannot be read.</summary>
/// <param name="path">The file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column, from 1.</param>
/// <param name="problem">What is wrong, and what to write instead.</param>
internal sealed class ConfigurationException(string path, long line, long column, string problem) : Exception(problem)
{
    public string Path { get; } = path;

    public long Line { get; } = line;

    public long Column { get; } = column;
}
