using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>Assignments to globals, which Redis refuses.</summary>
internal static class GlobalFixes
{
    /// <summary>
    /// Makes the first assignment a declaration. Uses outside of the scope that it gets would be unknown globals, which are
    /// findings, so that the fix is not offered for them.
    /// </summary>
    public static ScriptFix? MakeLocal(ScriptAnalysis analysis, Finding finding)
    {
        var statement = SyntaxSearch.All(analysis.Tree, node => node is AssignmentStatement or FunctionStatement && node.Span.Contains(finding.Span))
            .LastOrDefault(node => Targets(node).Any(target => target.Span == finding.Span));
        return statement is not null && Targets(statement).All(target => target is NameExpression { Name: not ("KEYS" or "ARGV") } name && analysis.Script.LocalOf(name) is null)
            ? new ScriptFix("Declare it as a local", [TextEdit.Insert(statement.Span.Start, "local ")])
            : null;
    }

    private static IEnumerable<Expression> Targets(SyntaxNode statement) => statement switch
    {
        AssignmentStatement assignment => assignment.Targets,
        FunctionStatement { Method: null } function => [function.Name],
        _ => [],
    };
}
