using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>The function that the walk is in; <see langword="null"/> is the main chunk.</summary>
/// <param name="outer">The enclosing function.</param>
/// <param name="body">The function's body.</param>
/// <param name="symbol">The local that holds the function, if there is one.</param>
/// <param name="guards">The protected calls of the script.</param>
internal sealed class FunctionScope(FunctionScope? outer, FunctionBody body, LocalSymbol? symbol, ProtectedCalls guards)
{
    public FunctionScope? Outer { get; } = outer;

    public FunctionBody Body { get; } = body;

    private bool IsGuarded => guards.Contains(Body, symbol);

    /// <summary>Whether an error in the function is caught, and may therefore be intended. Known only after the whole script has been walked.</summary>
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
