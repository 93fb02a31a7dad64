using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>Whether a statement can return from the function that it is in.</summary>
internal sealed class Returns : SyntaxWalker
{
    private bool _any;

    public static bool In(Statement statement)
    {
        var returns = new Returns();
        returns.VisitStatement(statement);
        return returns._any;
    }

    protected override void VisitStatement(Statement statement)
    {
        _any |= statement is ReturnStatement;
        base.VisitStatement(statement);
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
    }
}
