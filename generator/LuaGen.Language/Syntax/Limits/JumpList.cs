namespace LuaGen.Language.Syntax.Limits;

/// <summary>
/// Jumps that shall all go to one place which is not yet known. Each names the next in its own instruction; the last one
/// is remembered here, so that two lists are joined without a walk (which the reference compiler takes, and is quadratic
/// in a long <c>a and b and …</c>).
/// </summary>
/// <remarks>Both ends count from 1, so that the default is the empty list.</remarks>
internal struct JumpList
{
    public int First;
    public int Last;

    public static JumpList Of(int instruction) => new() { First = instruction + 1, Last = instruction + 1 };

    public readonly bool IsEmpty => First == 0;
}
