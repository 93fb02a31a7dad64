using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>A function that the walk is in; <see langword="null"/> stands for the main chunk.</summary>
/// <param name="outer">The function around it.</param>
/// <param name="body">Its body.</param>
/// <param name="symbol">The local that it is, if it is one.</param>
/// <param name="guards">What the script guards.</param>
internal sealed class FunctionScope(FunctionScope? outer, FunctionBody body, LocalSymbol? symbol, Guards guards)
{
    public FunctionScope? Outer { get; } = outer;

    public FunctionBody Body { get; } = body;

    private bool IsGuarded => guards.Contains(Body, symbol);

    /// <summary>Whether an error there is caught, and so may be meant. Known only when the whole script has been walked.</summary>
    public static bool MayFail(FunctionScope? scope)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.IsGuarded)
            {
                return true;
            }
        }

        return false;
    }
}
