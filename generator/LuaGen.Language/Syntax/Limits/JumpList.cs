namespace LuaGen.Language.Syntax.Limits;

/// <summary>
/// Jumps with a common target that is not known yet. Each jump's instruction links to the next jump. The list also keeps
/// the last one, so that joining two lists does not walk them, as the reference compiler does, which is quadratic for a
/// long <c>a and b and …</c>.
/// </summary>
/// <remarks>Both ends are one-based, so that the default value is the empty list.</remarks>
internal struct JumpList
{
    public int First;
    public int Last;

    public static JumpList Of(int instruction) => new() { First = instruction + 1, Last = instruction + 1 };

    public readonly bool IsEmpty => First == 0;
}
