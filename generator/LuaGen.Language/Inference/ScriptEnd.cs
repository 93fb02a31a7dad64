using LuaGen.Language.Syntax;

namespace LuaGen.Language.Inference;

/// <summary>Whether a script can end without a <c>return</c>, which returns nil.</summary>
internal static class ScriptEnd
{
    public static bool MayBeReached(Block block) => block.Statements.Count == 0 || block.Statements[block.Statements.Count - 1] switch
    {
        ReturnStatement or WhileStatement or RepeatStatement => false,
        DoStatement @do => MayBeReached(@do.Body),
        IfStatement choice => choice.Else is null || MayBeReached(choice.Else) || choice.Clauses.Any(clause => MayBeReached(clause.Body)),
        CallStatement { Call: CallExpression { Function: NameExpression { Name: "error" } } } => false,
        _ => true,
    };
}
