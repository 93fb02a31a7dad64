using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds malformed patterns of <c>string.find</c> and its relatives, and formats of <c>struct</c>.</summary>
internal sealed class PatternChecks(TypedScript types, FindingBag findings)
{
    /// <summary>Longer texts are not checked: they do not occur in practice, and many calls could share one.</summary>
    private const int MaxLength = 1024;

    private const string StructOptions = "><!xbBhHlLTfdsiIc ";

    /// <summary>The letters that take a value; a string of counted length, <c>c0</c>, takes one too.</summary>
    private const string StructValues = "bBhHlLTfdsiIc";

    private readonly BoundScript _script = types.Script;
    private readonly List<(SourceSpan Span, string Function, string Problem, string Remedy, FunctionScope? Scope)> _found = [];

    public void Check(CallExpression call, LibraryFunction function, FunctionScope? scope)
    {
        switch (function.FullName)
        {
            case "string.find" or "string.match" or "string.gmatch" or "string.gfind" or "string.gsub" when call.Arguments.Count > 1:
                CheckPattern(function.FullName, call.Arguments[1], call.Arguments.Skip(2).ToArray(), scope);
                break;
            case "struct.pack" or "struct.unpack" or "struct.size" when call.Arguments.Count > 0 && _script.Resolve(call.Arguments[0]) is StringLiteral { Value: { Length: < MaxLength } format }:
                CheckStruct(call, function, format, scope);
                break;
            case "string.rep" when call.Arguments.Count > 1:
                CheckCount(function.FullName, call.Arguments[1], scope);
                break;
            case "string.format" when call.Arguments.Count > 1:
                CheckValues(call.Arguments[0], call.Arguments, 1, scope);
                break;
        }
    }

    private void CheckStruct(CallExpression call, LibraryFunction function, string format, FunctionScope? scope)
    {
        var wrong = format.FirstOrDefault(c => StructOptions.IndexOf(c) < 0 && !char.IsDigit(c));
        if (wrong != '\0')
        {
            _found.Add((call.Arguments[0].Span, function.FullName, $"'{wrong}' in a format", "write one of `b`, `h`, `i4`, `l`, `f`, `d`, `s`, `c0`, `x`, `<` and `>`", scope));
        }
        else if (function.FullName == "struct.pack" && !MultipleResults.MayBeSeveral(_script, call.Arguments[call.Arguments.Count - 1])
            && format.Count(c => StructValues.IndexOf(c) >= 0) is var count && count > call.Arguments.Count - 1)
        {
            _found.Add((call.Span, function.FullName, $"this format, which takes {count} {(count == 1 ? "value" : "values")}, with {call.Arguments.Count - 1}", "pass a value for each letter", scope));
        }
    }

    /// <summary>A count below 1 gives an empty string, and one beyond 31 bits is read as such a count.</summary>
    private void CheckCount(string function, Expression count, FunctionScope? scope)
    {
        if (types.TypeOf(count).Value is { } value && value is < 1 or > int.MaxValue)
        {
            _found.Add((count.Span, function, $"the count {SourceExcerpt.Of(_script.Tree, count)}, for which it returns an empty string", "write a count from 1", scope));
        }
    }

    /// <summary>Values beyond the directives of a format are dropped.</summary>
    private void CheckValues(Expression format, IReadOnlyList<Expression> values, int first, FunctionScope? scope)
    {
        if (_script.Resolve(format) is StringLiteral { Value: { Length: < MaxLength } text } && FormatDirectives.Of(text).ToArray() is var directives
            && Array.TrueForAll(directives, directive => directive.Fault is null) && values.Count - first > directives.Length)
        {
            var dropped = values[first + directives.Length];
            _found.Add((dropped.Span, "string.format", $"`{SourceExcerpt.Of(_script.Tree, dropped)}`, because the format has {(directives.Length == 0 ? "no directive" : directives.Length == 1 ? "one directive" : $"{directives.Length} directives")}", "add a directive such as `%s`, or remove the value", scope));
        }
    }

    /// <summary><c>text:find('[')</c>, if only strings have the method.</summary>
    public void CheckMethod(MethodCallExpression call, FunctionScope? scope)
    {
        if (call.Method.Name == "rep" && call.Arguments.Count > 0 && types.TypeOf(call.Target).Is(LuaKinds.String))
        {
            CheckCount("string.rep", call.Arguments[0], scope);
        }
        else if (call.Method.Name == "format")
        {
            CheckValues(call.Target, call.Arguments, 0, scope);
        }
        else if (call.Method.Name is "find" or "match" or "gmatch" or "gsub" && call.Arguments.Count > 0 && _script.Resolve(call.Target) is not TableConstructor)
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
        if (_script.Resolve(argument) is not StringLiteral { Value: { Length: < MaxLength } pattern } || (function == "string.find" && rest.Length > 1))
        {
            return;
        }

        if (LuaPatterns.FaultOf(pattern) is { } fault)
        {
            var parts = fault.Split([';'], 2);
            _found.Add((argument.Span, function, parts[0] + " in a pattern", parts.Length > 1 ? parts[1].Trim() : "correct the pattern", scope));
        }
        else if (function == "string.gsub" && rest.Length > 0 && _script.Resolve(rest[0]) is StringLiteral { Value: { Length: < MaxLength } replacement } && LuaPatterns.FaultOfReplacement(replacement, pattern) is { } wrong)
        {
            _found.Add((rest[0].Span, function, wrong, "write `%0` for the match, or `%%` for a percent sign", scope));
        }
    }
}
