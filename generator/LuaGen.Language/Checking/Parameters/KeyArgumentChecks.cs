using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>Finds elements of <c>ARGV</c> that commands take as keys. What to do about them is clear, whether there is a cluster or not.</summary>
internal static class KeyArgumentChecks
{
    public static void Run(CheckedScript script)
    {
        HashSet<Parameter>? reported = null;
        foreach (var use in script.KeyUses)
        {
            if (use.Argument is { } parameter && (reported ??= []).Add(parameter))
            {
                var isMany = parameter.Index == 0 || use.Expression is CallExpression;
                script.Findings.KeyAsArgument(use.Expression.Span, parameter, script.KeyAdvice.For(use, isMany));
            }
        }
    }
}
