namespace LuaGen.Language.Inference;

/// <summary>The elements of a table that repeat.</summary>
/// <param name="Start">The one-based index of the first element.</param>
/// <param name="Step">The number of elements of each item.</param>
/// <param name="Loop">The loop that reads them; two tables with the same loop repeat together.</param>
internal sealed record ItemList(int Start, int Step, OpenReads.Loop? Loop);
