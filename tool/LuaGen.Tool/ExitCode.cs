namespace LuaGen.Tool;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>There are findings of the severity that the caller asks for, or above; with <c>--diff</c>, there is something to fix.</summary>
    public const int Findings = 1;

    /// <summary>Some input could not be read, or the command line is wrong.</summary>
    public const int CouldNotRun = 2;
}
