namespace LuaGen.Language.Editing;

/// <summary>A call around a position, as its tokens show it: the call may still be incomplete.</summary>
/// <param name="Callee">The names before the parenthesis, such as <c>redis</c> and <c>call</c>; empty if another expression is called.</param>
/// <param name="Start">The offset of the first name.</param>
/// <param name="Open">The offset after the parenthesis.</param>
internal sealed record CallFrame(IReadOnlyList<string> Callee, int Start, int Open)
{
    /// <summary>The arguments up to the position; the last one is being written and may be empty.</summary>
    public List<FrameArgument> Arguments { get; } = [new FrameArgument()];

    /// <summary>The index of the argument at the position.</summary>
    public int Active => Arguments.Count - 1;
}
