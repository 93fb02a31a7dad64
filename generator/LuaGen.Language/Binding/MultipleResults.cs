using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>Which expressions at the end of a list provide one value, and which provide any number of values.</summary>
internal static class MultipleResults
{
    public static bool MayBeSeveral(BoundScript script, Expression expression) => expression switch
    {
        CallExpression call => !GivesOne(script.FunctionCalled(call)),
        MethodCallExpression call => !GivesOne(script.FunctionCalled(call)),
        VarargExpression => true,
        _ => false,
    };

    private static bool GivesOne(LibraryFunction? function) => function is { Results.IsOne: true };
}
