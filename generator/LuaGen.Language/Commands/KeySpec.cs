namespace LuaGen.Language.Commands;

/// <summary>Where a command has keys, as the key specifications of COMMAND INFO say it. Index 0 is the command's name.</summary>
/// <param name="IsWritten">Whether the command changes what is there.</param>
/// <param name="Begin">The index of the first key, or of the number of keys; where to look for <paramref name="Keyword"/>, from the end where below 0.</param>
/// <param name="Keyword">The token that the keys follow, if they do.</param>
/// <param name="IsCounted">Whether an argument says how many there are.</param>
/// <param name="Last">The last key, counted from the first, or from the end where below 0; where counted, the place of the number.</param>
/// <param name="Step">From one key to the next; where counted, the place of the first key.</param>
/// <param name="Limit">Where above 1, only the first of so many parts of what is left are keys; where counted, the step.</param>
internal sealed record KeySpec(bool IsWritten, int Begin, string? Keyword, bool IsCounted, int Last, int Step, int Limit);
