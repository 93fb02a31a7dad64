using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Calls of the server's functions with what they never accept.</summary>
internal sealed class LibraryCallChecks(TypedScript typed, FindingBag findings)
{
    /// <summary>Nobody writes longer formats, and many calls may share one.</summary>
    private const int MaxFormat = 4096;

    private readonly BoundScript _script = typed.Script;
    private readonly List<(SourceSpan Span, string Problem, string Remedy, FunctionScope? Scope)> _failing = [];

    /// <summary>What is wrong with each JSON text; one that many calls share is read once.</summary>
    private readonly Dictionary<StringLiteral, string?> _json = [];

    public void Check(CallExpression call, string name, FunctionScope? scope)
    {
        if (LibraryFunctions.Find(name) is { } function)
        {
            Check(function, new ArgumentList(null, call.Arguments), call.Span, scope);
        }
    }

    /// <summary><c>("text"):rep(3)</c>, where the target is known to be a string.</summary>
    public void CheckMethod(MethodCallExpression call, FunctionScope? scope)
    {
        if (_script.Resolve(call.Target) is not StringLiteral)
        {
            return;
        }

        if (!SandboxNames.HasMember("string", call.Method.Name))
        {
            _failing.Add((call.Method.Span, $"Strings have no method '{call.Method.Name}'", SandboxRemedies.OfMember("string", call.Method.Name), scope));
        }
        else if (LibraryFunctions.Find("string." + call.Method.Name) is { } function)
        {
            Check(function, new ArgumentList(call.Target, call.Arguments), call.Span, scope);
        }
    }

    public void Report()
    {
        foreach (var (span, problem, remedy, scope) in _failing)
        {
            if (!FunctionScope.MayFail(scope))
            {
                findings.FailingCall(span, problem, remedy);
            }
        }
    }

    private void Check(LibraryFunction function, ArgumentList arguments, SourceSpan span, FunctionScope? scope)
    {
        var isOpen = arguments.Count > 0 && SingleValues.MayBeSeveral(_script, arguments[arguments.Count - 1]);
        var count = isOpen ? arguments.Count - 1 : arguments.Count;
        if (count < function.Required && !isOpen)
        {
            Add(span, $"`{function.Name}` needs {Count(function.Required)}, not {count}", function, scope);
            return;
        }

        if (function.IsExact && !function.IsRepeating && count > function.Parameters.Length)
        {
            Add(span, $"`{function.Name}` takes at most {Count(function.Parameters.Length)}, not {count}", function, scope);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            if (KindAt(function, i) is { } kind && MisfitOf(kind, arguments[i], mayBeNil: i >= function.Required) is { } what)
            {
                Add(arguments[i].Span, $"`{function.Name}` takes {ArgumentKinds.Name(kind)} here, not {what}", function, scope);
                return;
            }
        }

        CheckValues(function, arguments, count, isOpen, scope);
    }

    /// <summary>What a function asks of values beyond their types.</summary>
    private void CheckValues(LibraryFunction function, ArgumentList arguments, int count, bool isOpen, FunctionScope? scope)
    {
        if (count == 0)
        {
            return;
        }

        switch (function.Name)
        {
            case "cjson.decode" when _script.Resolve(arguments[0]) is StringLiteral json && FaultOf(json) is { } fault:
                _failing.Add((arguments[0].Span, $"`cjson.decode` cannot read this text ({fault})", "fix the JSON", scope));
                break;
            case "string.format" when _script.Resolve(arguments[0]) is StringLiteral { Value.Length: < MaxFormat } format:
                CheckFormat(format.Value, arguments, count, isOpen, scope);
                break;
            case "redis.setresp" when IsNumberOutside(arguments[0], 2, 3):
                _failing.Add((arguments[0].Span, "`redis.setresp` takes 2 or 3", "write `redis.setresp(3)`", scope));
                break;
            case "redis.log" when IsNumberOutside(arguments[0], 0, 3):
                _failing.Add((arguments[0].Span, "`redis.log` takes levels 0 to 3", "write `redis.LOG_NOTICE`", scope));
                break;
            case "tonumber" when count > 1 && IsNumberOutside(arguments[1], 2, 36):
                _failing.Add((arguments[1].Span, "`tonumber` takes a base from 2 to 36", "leave the base out for decimal numbers", scope));
                break;
        }
    }

    private void CheckFormat(string format, ArgumentList arguments, int count, bool isOpen, FunctionScope? scope)
    {
        var next = 1;
        foreach (var directive in FormatDirectives.Of(format))
        {
            if (directive.Fault is { } fault)
            {
                _failing.Add((arguments[0].Span, $"`string.format` does not accept `{SyntaxFindings.Shorten(directive.Text)}` ({fault})", "write `%s`, `%d` or `%%`", scope));
                return;
            }

            if (next >= count)
            {
                if (!isOpen)
                {
                    _failing.Add((arguments[0].Span, $"`string.format` has no value for `{directive.Text}`", "pass a value for it, or write `%%` for a percent sign", scope));
                }

                return;
            }

            var kind = directive.IsNumber ? ParameterKind.Number : ParameterKind.Text;
            if (MisfitOf(kind, arguments[next], mayBeNil: false) is { } what)
            {
                var remedy = directive.IsNumber ? "write `%s`, or pass a number" : $"write `tostring({SourceWords.Of(_script.Tree, arguments[next])})`";
                _failing.Add((arguments[next].Span, $"`string.format` takes {ArgumentKinds.Name(kind)} for `{directive.Text}`, not {what}", remedy, scope));
                return;
            }

            next++;
        }
    }

    /// <summary>By the constant that an argument is, then by all that it can be: a local may also be read where it is still nil.</summary>
    private string? MisfitOf(ParameterKind kind, Expression argument, bool mayBeNil) =>
        ArgumentKinds.Misfit(kind, ConstantOf(argument), mayBeNil) ?? ArgumentKinds.Misfit(kind, typed.TypeOf(argument), mayBeNil);

    private LuaValue ConstantOf(Expression argument) => _script.Resolve(argument) switch
    {
        FunctionExpression => new LuaValue(LuaKinds.Function, Origins.Literal),
        TableConstructor => new LuaValue(LuaKinds.Table, Origins.Literal),
        var constant => TypedScript.OfLiteral(constant) ?? LuaValue.Nothing,
    };

    private string? FaultOf(StringLiteral json)
    {
        if (!_json.TryGetValue(json, out var fault))
        {
            _json.Add(json, fault = JsonText.FaultOf(json.Value));
        }

        return fault;
    }

    private bool IsNumberOutside(Expression expression, double least, double most) =>
        _script.Resolve(expression) is NumberLiteral number && (number.Value < least || number.Value >= most + 1);

    private void Add(SourceSpan span, string problem, LibraryFunction function, FunctionScope? scope) => _failing.Add((span, problem, $"write `{function.Usage}`", scope));

    private static ParameterKind? KindAt(LibraryFunction function, int index) =>
        index < function.Parameters.Length ? function.Parameters[index]
        : function.IsRepeating ? function.Parameters[function.Parameters.Length - 1]
        : null;

    private static string Count(int count) => count == 1 ? "1 argument" : $"{count} arguments";

    /// <summary>The arguments of a call, with the target of a method before them.</summary>
    private readonly struct ArgumentList(Expression? target, IReadOnlyList<Expression> arguments)
    {
        public int Count => arguments.Count + (target is null ? 0 : 1);

        public Expression this[int index] => target is null ? arguments[index] : index == 0 ? target : arguments[index - 1];
    }
}
