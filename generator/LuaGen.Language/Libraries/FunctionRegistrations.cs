using LuaGen.Language.Binding;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>
/// Finds the functions that a library registers: <c>redis.register_function('name', callback)</c> and
/// <c>redis.register_function{function_name = 'name', callback = …}</c>, also on Valkey's <c>server</c>.
/// </summary>
internal sealed class FunctionRegistrations : SyntaxWalker
{
    private const string Register = "register_function";

    private static readonly string[] Arguments = ["function_name", "callback", "flags", "description"];
    private static readonly string[] KnownFlags = ["no-writes", "allow-oom", "allow-stale", "no-cluster", "allow-cross-slot-keys"];

    private readonly BoundScript _script;
    private readonly FindingBag _findings;
    private readonly Dictionary<LocalSymbol, (FunctionBody Body, Statement Definition)> _functions = [];
    private readonly List<FunctionRegistration> _registrations = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<Expression> _read = [];
    private bool _registersAny;

    private FunctionRegistrations(BoundScript script, FindingBag findings) => (_script, _findings) = (script, findings);

    /// <summary>The functions in the order of their registrations; reports what the server refuses and what cannot be followed.</summary>
    public static IReadOnlyList<FunctionRegistration> Find(BoundScript script, FindingBag findings)
    {
        var registrations = new FunctionRegistrations(script, findings);
        foreach (var statement in script.Tree.Chunk.Statements)
        {
            registrations.Read(statement);
        }

        // All that is left is in a block, in a function or in an expression.
        registrations.VisitBlock(script.Tree.Chunk);
        if (!registrations._registersAny && script.Tree.Shebang is { } shebang)
        {
            findings.NoFunction(shebang.Span);
        }

        return registrations._registrations;
    }

    protected override void Enter(Expression expression)
    {
        if (expression is CallExpression call && IsRegister(call.Function) && _read.Add(call))
        {
            _registersAny = true;
            _findings.UnfollowedRegistration(call.Function.Span, "this call is not a statement at the top level of the file", "register the function in a statement of its own, outside functions, branches and loops");
        }
    }

    private void Read(Statement statement)
    {
        switch (statement)
        {
            case LocalFunctionStatement function when _script.DeclaredBy(function.Name) is { IsReassigned: false } symbol:
                _functions[symbol] = (function.Body, function);
                break;
            case LocalStatement { Names: [var name], Values: [FunctionExpression function] } when _script.DeclaredBy(name) is { IsReassigned: false } symbol:
                _functions[symbol] = (function.Body, statement);
                break;
            case CallStatement { Call: CallExpression call } registration when IsRegister(call.Function):
                _registersAny = true;
                _read.Add(call);
                Read(registration, call);
                break;
        }
    }

    private void Read(CallStatement statement, CallExpression call)
    {
        switch (call.Arguments.Count)
        {
            case 1 when _script.Resolve(call.Arguments[0]) is TableConstructor table:
                ReadTable(statement, call, table);
                break;
            case 1 when _script.Resolve(call.Arguments[0]) is StringLiteral or FunctionExpression or NumberLiteral:
                _findings.BadRegistration(call.Arguments[0].Span, "calling redis.register_function with a single argument is only applicable to Lua table", "pass the name and the callback, or a table with `function_name` and `callback`");
                break;
            case 2:
                Add(statement, call.Arguments[0], call.Arguments[1], []);
                break;
            case 1:
                _findings.UnfollowedRegistration(call.Arguments[0].Span, "the table of its arguments is not written in the call", "write `{function_name = …, callback = …}` in the call");
                break;
            default:
                _findings.BadRegistration(call.Span, "wrong number of arguments to redis.register_function", "pass the name and the callback");
                break;
        }
    }

    private void ReadTable(CallStatement statement, CallExpression call, TableConstructor table)
    {
        var fields = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var field in table.Fields)
        {
            var name = field switch
            {
                NamedField named => named.Name.Name,
                KeyedField keyed => (_script.Resolve(keyed.Key) as StringLiteral)?.Value,
                _ => "",
            };
            if (name is null)
            {
                _findings.UnfollowedRegistration(field.Span, "the name of this argument is not constant", "write `function_name = …`");
                return;
            }

            if (Array.IndexOf(Arguments, name) < 0)
            {
                _findings.BadRegistration(field.Span, "unknown argument given to redis.register_function", $"write one of `{string.Join("`, `", Arguments)}`");
                return;
            }

            fields[name] = field.Value;
        }

        if (!fields.TryGetValue("function_name", out var functionName))
        {
            _findings.BadRegistration(call.Span, "redis.register_function must get a function name argument", "add `function_name = …`");
        }
        else if (!fields.TryGetValue("callback", out var callback))
        {
            _findings.BadRegistration(call.Span, "redis.register_function must get a callback argument", "add `callback = …`");
        }
        else if ((fields.TryGetValue("flags", out var flags) ? FlagsOf(flags) : []) is { } known)
        {
            Add(statement, functionName, callback, known);
        }
    }

    /// <summary>The flags; <see langword="null"/> if a finding reports them.</summary>
    private List<string>? FlagsOf(Expression expression)
    {
        if (_script.Resolve(expression) is not TableConstructor table)
        {
            if (_script.Resolve(expression) is StringLiteral or NumberLiteral or BooleanLiteral or FunctionExpression)
            {
                _findings.BadRegistration(expression.Span, "flags argument to redis.register_function must be a table representing function flags", $"write `{{{_script.Tree.TextOf(expression)}}}`");
            }
            else
            {
                _findings.UnfollowedRegistration(expression.Span, "the flags are not constant", "write them as `{'no-writes'}`");
            }

            return null;
        }

        var flags = new List<string>();
        foreach (var field in table.Fields.OfType<ListField>())
        {
            switch (_script.Resolve(field.Value))
            {
                case StringLiteral flag when KnownFlags.Contains(flag.Value):
                    flags.Add(flag.Value);
                    break;
                case StringLiteral or NumberLiteral or BooleanLiteral:
                    _findings.BadRegistration(field.Span, "unknown flag given", $"write one of `{string.Join("`, `", KnownFlags)}`");
                    return null;
                default:
                    _findings.UnfollowedRegistration(field.Span, "the flag is not constant", "write it as `'no-writes'`");
                    return null;
            }
        }

        return flags;
    }

    private void Add(CallStatement statement, Expression name, Expression callback, List<string> flags)
    {
        if (Constants.TextOf(_script.Resolve(name)) is not { } text)
        {
            _findings.UnfollowedRegistration(name.Span, "the name is not constant", "write it as a string");
        }
        else if (!LibraryNames.IsValid(text))
        {
            _findings.BadFunctionName(name.Span, text);
        }
        else if (!_names.Add(text))
        {
            _findings.FunctionTwice(name.Span, text);
        }
        else if (BodyOf(callback) is var (body, definition))
        {
            _registrations.Add(new FunctionRegistration(text, name.Span, statement, callback, body, definition, flags.ToEquatableArray()));
        }
        else if (_script.Resolve(callback) is StringLiteral or NumberLiteral or BooleanLiteral or NilLiteral or TableConstructor)
        {
            _findings.BadRegistration(callback.Span, "second argument to redis.register_function must be a function", "pass a function");
        }
        else
        {
            _findings.UnfollowedRegistration(callback.Span, "the callback is not a function of this file that is assigned once", "pass a function expression, or a local function");
        }
    }

    private (FunctionBody Body, Statement? Definition)? BodyOf(Expression callback)
    {
        for (var expression = callback; ;)
        {
            switch (expression)
            {
                case ParenthesizedExpression parenthesized:
                    expression = parenthesized.Inner;
                    continue;
                case FunctionExpression function:
                    return (function.Body, null);
                case NameExpression name when _script.LocalOf(name) is { } symbol && _functions.TryGetValue(symbol, out var function):
                    return function;
                case NameExpression name when _script.LocalOf(name) is { OnlyValue: NameExpression value } && value != name:
                    expression = value;
                    continue;
                default:
                    return null;
            }
        }
    }

    private bool IsRegister(Expression function) => _script.GlobalNamed(function) is (LuaLibrary.Server or LuaLibrary.ValkeyServer, Register);
}
