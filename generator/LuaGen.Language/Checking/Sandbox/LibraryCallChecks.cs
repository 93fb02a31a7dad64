using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds calls of library functions with arguments that they never accept.</summary>
internal sealed class LibraryCallChecks(TypedScript typed, ServerList servers, FindingBag findings)
{
    /// <summary>Longer format strings are not checked: they do not occur in practice, and many calls could share one.</summary>
    private const int MaxFormat = 4096;

    private readonly BoundScript _script = typed.Script;
    private readonly List<(SourceSpan Span, string Problem, NameRemedy Remedy, FunctionScope? Scope)> _failing = [];

    /// <summary>The error in each JSON text, so that a text that several calls share is parsed once.</summary>
    private readonly Dictionary<StringLiteral, string?> _json = [];

    public void Check(CallExpression call, LibraryFunction function, FunctionScope? scope)
    {
        // The command checks cover the arguments of commands.
        if ((function.Effects & LibraryEffects.Command) == 0)
        {
            Check(function, new ArgumentList(null, call.Arguments), call.Span, scope);
        }
    }

    /// <summary><c>("text"):rep(3)</c>, <c>ARGV[1]:split(',')</c>: the target is known to be a string.</summary>
    public void CheckMethod(MethodCallExpression call, FunctionScope? scope)
    {
        if (_script.Resolve(call.Target) is NameExpression library && _script.LocalOf(library) is null && LuaLibrary.IsLibrary(library.Name))
        {
            Add(call.Method.Span, $"`{library.Name}:{call.Method.Name}` passes `{library.Name}` as the first argument", $"write `{library.Name}.{call.Method.Name}(…)`", scope);
            return;
        }

        if (!IsString(_script.Resolve(call.Target)))
        {
            return;
        }

        if (LuaLibrary.Find("string", call.Method.Name) is null)
        {
            Add(call.Method.Span, $"Strings have no method '{call.Method.Name}'", SandboxRemedies.OfMember("string", call.Method.Name, servers).Advice, scope);
        }
        else if (_script.FunctionCalled(call) is { } function)
        {
            Check(function, new ArgumentList(call.Target, call.Arguments), call.Span, scope);
        }
    }

    private bool IsString(Expression? target) => target is StringLiteral || (target is IndexExpression { Target: var table } && _script.TableOf(table) is not null);

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
        var isOpen = arguments.Count > 0 && MultipleResults.MayBeSeveral(_script, arguments[arguments.Count - 1]);
        var count = isOpen ? arguments.Count - 1 : arguments.Count;
        if (count < function.Required && !isOpen)
        {
            Add(span, $"`{function.FullName}` needs {Count(function.Required)}, not {count}", function, scope);
            return;
        }

        if (count > function.Most)
        {
            Add(span, $"`{function.FullName}` takes at most {Count(function.Most.Value)}, not {count}", function, scope);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            if (function.ParameterAt(i) is { } parameter && (MisfitOf(parameter, arguments[i]) ?? MisspelledConstant(function, parameter, i, arguments[i])) is { } what)
            {
                var problem = $"`{function.FullName}` takes {ArgumentKinds.Name(parameter, isRequired: i < function.Required)} here, not {what}";
                _failing.Add((arguments[i].Span, problem, RemedyFor(arguments[i]) ?? NameRemedy.Advise($"write `{function.Usage}`"), scope));
                return;
            }
        }

        CheckValues(function, arguments, count, isOpen, scope);
    }

    /// <summary>Checks requirements of a function that go beyond the kinds of its arguments.</summary>
    private void CheckValues(LibraryFunction function, ArgumentList arguments, int count, bool isOpen, FunctionScope? scope)
    {
        if (count == 0)
        {
            return;
        }

        switch (function.FullName)
        {
            case "cjson.decode" when _script.Resolve(arguments[0]) is StringLiteral json && FaultOf(json) is { } fault:
                Add(arguments[0].Span, $"`cjson.decode` cannot read this text ({fault})", "fix the JSON", scope);
                break;
            case "string.format" when _script.Resolve(arguments[0]) is StringLiteral { Value.Length: < MaxFormat } format:
                CheckFormat(format.Value, arguments, count, isOpen, scope);
                break;
            case "string.char" when FirstOutside(arguments, count, 0, 255) is { } outside:
                Add(outside.Span, $"`string.char` takes bytes from 0 to 255, not {SourceExcerpt.Of(_script.Tree, outside)}", "write the bytes of the UTF-8 text", scope);
                break;
            case "table.concat" when arguments[0] is TableConstructor parts && parts.Fields.OfType<ListField>().FirstOrDefault(IsNoText) is { } part:
                Add(part.Span, $"`table.concat` joins strings and numbers, not {KindNames.Of(typed.TypeOf(part.Value))}", $"write `tostring({SourceExcerpt.Of(_script.Tree, part.Value)})`", scope);
                break;
            case "redis.setresp" when IsNumberOutside(arguments[0], 2, 3):
                Add(arguments[0].Span, "`redis.setresp` takes 2 or 3", "write `redis.setresp(3)`", scope);
                break;
            case "redis.log" when IsNumberOutside(arguments[0], 0, 3):
                Add(arguments[0].Span, "`redis.log` takes levels 0 to 3", "write `redis.LOG_NOTICE`", scope);
                break;
            case "tonumber" when count > 1 && IsNumberOutside(arguments[1], 2, 36):
                Add(arguments[1].Span, "`tonumber` takes a base from 2 to 36", "leave the base out for decimal numbers", scope);
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
                Add(arguments[0].Span, $"`string.format` does not accept `{SyntaxFindings.Shorten(directive.Text)}` ({fault})", "write `%s`, `%d` or `%%`", scope);
                return;
            }

            if (next >= count)
            {
                if (!isOpen)
                {
                    Add(arguments[0].Span, $"`string.format` has no value for `{directive.Text}`", "pass a value for it, or write `%%` for a percent sign", scope);
                }

                return;
            }

            var value = new LibraryParameter("value", directive.IsNumber ? ParameterKind.Number : ParameterKind.Text, AcceptsNil: false);
            if (MisfitOf(value, arguments[next]) is { } what)
            {
                var remedy = directive.IsNumber ? "write `%s`, or pass a number" : $"write `tostring({SourceExcerpt.Of(_script.Tree, arguments[next])})`";
                Add(arguments[next].Span, $"`string.format` takes {ArgumentKinds.Name(value, isRequired: true)} for `{directive.Text}`, not {what}", remedy, scope);
                return;
            }

            next++;
        }
    }

    /// <summary>Checks the constant value of an argument first, then all its possible values: a local may also be read while it is still nil.</summary>
    private string? MisfitOf(LibraryParameter parameter, Expression argument) =>
        ArgumentKinds.Misfit(parameter, ConstantOf(argument)) ?? ArgumentKinds.Misfit(parameter, typed.TypeOf(argument));

    private AbstractValue ConstantOf(Expression argument) => _script.Resolve(argument) switch
    {
        FunctionExpression => new AbstractValue(LuaKinds.Function, Provenance.Literal),
        TableConstructor => new AbstractValue(LuaKinds.Table, Provenance.Literal),
        var constant => TypedScript.OfLiteral(constant) ?? AbstractValue.Nothing,
    };

    private string? FaultOf(StringLiteral json)
    {
        if (!_json.TryGetValue(json, out var fault))
        {
            _json.Add(json, fault = JsonText.FaultOf(json.Value));
        }

        return fault;
    }

    private Expression? FirstOutside(ArgumentList arguments, int count, double least, double most)
    {
        for (var i = 0; i < count; i++)
        {
            if (IsNumberOutside(arguments[i], least, most))
            {
                return arguments[i];
            }
        }

        return null;
    }

    private bool IsNoText(ListField field) => typed.TypeOf(field.Value) is { Kinds: not LuaKinds.None and not LuaKinds.Nil } value && !value.MayBe(LuaKinds.Text);

    private bool IsNumberOutside(Expression expression, double least, double most) =>
        _script.Resolve(expression) is NumberLiteral number && (number.Value < least || number.Value >= most + 1);

    /// <summary>A member that a library lacks is nil; only names that are near another one are surely misspelled.</summary>
    private string? MisspelledConstant(LibraryFunction function, LibraryParameter parameter, int position, Expression argument) =>
        position < function.Required && !parameter.AcceptsNil && RemedyFor(argument) is not null ? "nil" : null;

    /// <summary>The name that a misspelled constant such as <c>redis.LOG_WARN</c> means.</summary>
    private NameRemedy? RemedyFor(Expression argument) =>
        _script.GlobalNamed(argument) is var (library, name) && LuaLibrary.IsLibrary(library) && LuaLibrary.FirstWithout(library, name, servers) is not null
        && SandboxRemedies.OfMember(library, name, servers) is { Name: not null } remedy
            ? remedy
            : null;

    private void Add(SourceSpan span, string problem, LibraryFunction function, FunctionScope? scope) => Add(span, problem, $"write `{function.Usage}`", scope);

    private void Add(SourceSpan span, string problem, string remedy, FunctionScope? scope) => _failing.Add((span, problem, NameRemedy.Advise(remedy), scope));

    private static string Count(int count) => count == 1 ? "1 argument" : $"{count} arguments";

    /// <summary>The arguments of a call, preceded by the target if it is a method call.</summary>
    private readonly struct ArgumentList(Expression? target, IReadOnlyList<Expression> arguments)
    {
        public int Count => arguments.Count + (target is null ? 0 : 1);

        public Expression this[int index] => target is null ? arguments[index] : index == 0 ? target : arguments[index - 1];
    }
}
