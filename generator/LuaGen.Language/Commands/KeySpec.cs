namespace LuaGen.Language.Commands;

/// <summary>Where a command has keys, from the key specifications of COMMAND INFO. Index 0 is the command's name.</summary>
/// <param name="IsWritten">Whether the command modifies the key's value.</param>
/// <param name="Begin">
/// The index of the first key or of the key count; with a <paramref name="Keyword"/>, the index where the search starts,
/// from the end if negative.
/// </param>
/// <param name="Keyword">The token before the keys, if there is one.</param>
/// <param name="IsCounted">Whether an argument gives the number of keys (COMMAND INFO's <c>keynum</c>).</param>
/// <param name="Last">The last key, relative to the first, or from the end if negative; if counted, the position of the count, relative to <paramref name="Begin"/>.</param>
/// <param name="Step">The distance between keys; if counted, the position of the first key, relative to <paramref name="Begin"/>.</param>
/// <param name="Limit">If above 1, only the first of this many equal parts of the remaining arguments are keys; if counted, the distance between keys.</param>
internal sealed record KeySpec(bool IsWritten, int Begin, string? Keyword, bool IsCounted, int Last, int Step, int Limit);
