using LuaGen.Language.Binding;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds malformed patterns of <c>string.find</c> and its relatives, and formats of <c>struct</c>.</summary>
internal sealed class PatternChecks(BoundScript script, FindingBag findings)
{
    /// <summary>Longer texts are not checked: they do not occur in practice, and many calls could share one.</summary>
    private const int MaxLength = 1024;

    private const string StructOptions = "><!xbBhHlLTfdsiIc ";

    private readonly List<(SourceSpan Span, string Function, string Problem, string Remedy, FunctionScope? Scope)> _found = [];

    public void Check(CallExpression call, LibraryFunction function, FunctionScope? scope)
    {
        switch (function.FullName)
        {
            case "string.find" or "string.match" or "string.gmatch" or "string.gfind" or "string.gsub" when call.Arguments.Count > 1:
                CheckPattern(function.FullName, call.Arguments[1], call.Arguments.Skip(2).ToArray(), scope);
                break;
            case "struct.pack" or "struct.unpack" or "struct.size" when call.Arguments.Count > 0 && script.Resolve(call.Arguments[0]) is StringLiteral { Value: { Length: < MaxLength } format }:
                var wrong = format.FirstOrDefault(c => StructOptions.IndexOf(c) < 0 && !char.IsDigit(c));
                if (wrong != '\0')
                {
                    _found.Add((call.Arguments[0].Span, function.FullName, $"'{wrong}' in a format", "write one of `b`, `h`, `i4`, `l`, `f`, `d`, `s`, `c0`, `x`, `<` and `>`", scope));
                }

                break;
        }
    }

    /// <summary><c>text:find('[')</c>, if only strings have the method.</summary>
    public void CheckMethod(MethodCallExpression call, FunctionScope? scope)
    {
        if (call.Method.Name is "find" or "match" or "gmatch" or "gsub" && call.Arguments.Count > 0 && script.Resolve(call.Target) is not TableConstructor)
        {
            CheckPattern($"string.{call.Method.Name}", call.Arguments[0], call.Arguments.Skip(1).ToArray(), scope);
        }
    }

    public void Report()
    {
        foreach (var (span, function, problem, remedy, scope) in _found)
        {
            if (!FunctionScope.MayFail(scope))
            {
                findings.MalformedPattern(span, function, problem, remedy);
            }
        }
    }

    private void CheckPattern(string function, Expression argument, Expression[] rest, FunctionScope? scope)
    {
        // With a fourth argument, string.find may search for plain text.
        if (script.Resolve(argument) is not StringLiteral { Value: { Length: < MaxLength } pattern } || (function == "string.find" && rest.Length > 1))
        {
            return;
        }

        if (LuaPatterns.FaultOf(pattern) is { } fault)
        {
            var parts = fault.Split([';'], 2);
            _found.Add((argument.Span, function, parts[0] + " in a pattern", parts.Length > 1 ? parts[1].Trim() : "correct the pattern", scope));
        }
        else if (function == "string.gsub" && rest.Length > 0 && script.Resolve(rest[0]) is StringLiteral { Value: { Length: < MaxLength } replacement } && LuaPatterns.FaultOfReplacement(replacement, pattern) is { } wrong)
        {
            _found.Add((rest[0].Span, function, wrong, "write `%0` for the match, or `%%` for a percent sign", scope));
        }
    }
}
