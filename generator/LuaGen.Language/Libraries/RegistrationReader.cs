using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>Reads the arguments of <c>redis.register_function</c> as the server does, and reports what it refuses.</summary>
internal sealed class RegistrationReader(BoundScript script, CallbackTable callbacks, FindingBag findings)
{
    private readonly List<FunctionRegistration> _functions = [];

    /// <summary>The names that are registered for certain, outside branches.</summary>
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>What the caller of the function that registers passes for its parameters.</summary>
    private Dictionary<LocalSymbol, Expression>? _passed;

    private CallStatement _statement = null!;
    private bool _isConditional;

    /// <summary>Whether the flags are constants.</summary>
    private bool _hasKnownFlags;

    public IReadOnlyList<FunctionRegistration> Functions => _functions;

    /// <param name="statement">The statement of the top level.</param>
    /// <param name="call">The registration: the call of the statement, or the one in the function that it calls.</param>
    /// <param name="passed">The arguments of that function by its parameters; <see langword="null"/> if the statement registers itself.</param>
    /// <param name="isConditional">Whether the statement may not run.</param>
    public void Read(CallStatement statement, CallExpression call, Dictionary<LocalSymbol, Expression>? passed, bool isConditional)
    {
        (_statement, _passed, _isConditional, _hasKnownFlags) = (statement, passed, isConditional, true);
        var arguments = call.Arguments;
        switch (arguments.Count)
        {
            case 1 when Resolve(arguments[0]) is TableConstructor table:
                ReadTable(call, table);
                break;
            case 1 when IsConstant(Resolve(arguments[0])):
                Refuse(arguments[0].Span, "calling redis.register_function with a single argument is only applicable to Lua table", "pass the name and the callback, or a table with `function_name` and `callback`");
                break;
            case 2:
                Add(arguments[0], arguments[1], [], "", [.. arguments.Select(argument => argument.Span.Start)]);
                break;
            case >= 1 when IsOpen(arguments[arguments.Count - 1]) || arguments.Count == 1:
                findings.UnfollowedRegistration(arguments[0].Span, "its arguments are not written in the call", "write `{function_name = …, callback = …}` in the call");
                break;
            default:
                Refuse(call.Span, "wrong number of arguments to redis.register_function", "pass the name and the callback");
                break;
        }
    }

    private void ReadTable(CallExpression call, TableConstructor table)
    {
        var fields = new Dictionary<string, TableField>(StringComparer.Ordinal);
        foreach (var field in table.Fields)
        {
            if (Resolve(field.Value) is NilLiteral)
            {
                continue;
            }

            // The server compares the names without case.
            var name = field switch
            {
                NamedField named => named.Name.Name.ToLowerInvariant(),
                KeyedField keyed => ConstantText(keyed.Key)?.ToLowerInvariant(),
                _ => "",
            };
            if (name is null)
            {
                findings.UnfollowedRegistration(field.Span, "the name of this argument is not constant", "write `function_name = …`");
                return;
            }

            if (!RegistrationWords.IsArgument(name))
            {
                Refuse(field.Span, "unknown argument given to redis.register_function", $"write one of {RegistrationWords.Listed(RegistrationWords.Arguments)}");
                return;
            }

            fields[name] = field;
        }

        ReadFields(call, fields);
    }

    private void ReadFields(CallExpression call, Dictionary<string, TableField> fields)
    {
        if (fields.TryGetValue("description", out var description) && Resolve(description.Value) is TableConstructor or FunctionExpression or BooleanLiteral)
        {
            Refuse(description.Value.Span, "description argument given to redis.register_function must be a string", "write a string");
        }
        else if (!fields.TryGetValue("function_name", out var functionName))
        {
            Refuse(call.Span, "redis.register_function must get a function name argument", "add `function_name = …`");
        }
        else if (!fields.TryGetValue("callback", out var callback))
        {
            Refuse(call.Span, "redis.register_function must get a callback argument", "add `callback = …`");
        }
        else if ((fields.TryGetValue("flags", out var flags) ? FlagsOf(flags.Value) : []) is { } known)
        {
            Add(functionName.Value, callback.Value, known, description is null ? "" : ConstantText(description.Value) ?? "", [.. fields.Values.Select(field => field.Span.Start)]);
        }
    }

    /// <summary>The flags; <see langword="null"/> if a finding reports what is wrong with them.</summary>
    private List<string>? FlagsOf(Expression expression)
    {
        if (Resolve(expression) is not TableConstructor table)
        {
            if (IsConstant(Resolve(expression)))
            {
                Refuse(expression.Span, "flags argument to redis.register_function must be a table representing function flags", $"write `{{{script.Tree.TextOf(expression)}}}`");
                return null;
            }

            findings.UnreadFlags(expression.Span);
            _hasKnownFlags = false;
            return [];
        }

        var flags = new List<string>();
        foreach (var field in table.Fields.OfType<ListField>())
        {
            var value = Resolve(field.Value);
            if (value is NilLiteral)
            {
                break;
            }

            if (ConstantText(value) is null && !IsConstant(value))
            {
                findings.UnreadFlags(field.Span);
                _hasKnownFlags = false;
                return flags;
            }

            // The server compares flags without case, too.
            if (value is not StringLiteral || ConstantText(value)!.ToLowerInvariant() is not { } flag || !RegistrationWords.IsFlag(flag))
            {
                Refuse(field.Span, "unknown flag given", $"write one of {RegistrationWords.Listed(RegistrationWords.Flags)}");
                return null;
            }

            flags.Add(flag);
        }

        return flags;
    }

    private void Add(Expression name, Expression callback, List<string> flags, string description, int[] starts)
    {
        (name, callback) = (Argument(name), Argument(callback));
        var found = Find(callback);
        if (ConstantText(name) is not { } text)
        {
            UnfollowedOr(name, "first argument to redis.register_function must be a string", "the name is not constant", "write it as a string");
        }
        else if (found is not var (body, definition))
        {
            UnfollowedOr(callback, "second argument to redis.register_function must be a function", "the callback is not a function of this file that is assigned once", "pass a function expression, or a local function");
        }
        else if (!LibraryNames.IsValid(text))
        {
            Refuse(name.Span, $"'{text}' is not a function name", "use letters, digits and underscores");
        }
        else if (_functions.Any(function => function.Name == text) && (_isConditional || !_names.Add(text)))
        {
            // In the branches of one 'if', only one of two registrations runs: the first one counts.
            if (!_isConditional)
            {
                Refuse(name.Span, "Function already exists in the library", $"give this function another name than '{text}'");
            }
        }
        else
        {
            _ = _isConditional || _names.Add(text);
            _functions.Add(new FunctionRegistration(text, name.Span, _statement, callback, body, definition)
            {
                Flags = flags.ToEquatableArray(),
                HasKnownFlags = _hasKnownFlags,
                Description = description,
                ArgumentStarts = starts.ToEquatableArray(),
            });
        }
    }

    private void UnfollowedOr(Expression expression, string refusal, string reason, string remedy)
    {
        if (IsConstant(Resolve(expression)))
        {
            Refuse(expression.Span, refusal, remedy);
        }
        else
        {
            findings.UnfollowedRegistration(expression.Span, reason, remedy);
        }
    }

    private (FunctionBody Body, Statement? Definition)? Find(Expression callback)
    {
        while (true)
        {
            switch (callback)
            {
                case ParenthesizedExpression parenthesized:
                    callback = parenthesized.Inner;
                    continue;
                case var _ when callbacks.Find(callback) is { } found:
                    return found;
                case NameExpression name when script.LocalOf(name)?.OnlyValue is { } value && value != name:
                    callback = value;
                    continue;
                default:
                    return null;
            }
        }
    }

    /// <summary>What the caller passes, if a function of the library registers.</summary>
    private Expression Argument(Expression expression) => expression is NameExpression name ? PassedFor(name) ?? name : expression;

    private Expression? PassedFor(NameExpression name) =>
        _passed is not null && script.LocalOf(name) is { } symbol && _passed.TryGetValue(symbol, out var argument) ? argument : null;

    private Expression Resolve(Expression expression)
    {
        var resolved = script.Resolve(expression);
        return resolved is NameExpression name && PassedFor(name) is { } argument ? script.Resolve(argument) : resolved;
    }

    /// <summary>The text of a constant, also of several that are concatenated.</summary>
    private string? ConstantText(Expression expression) => Resolve(expression) switch
    {
        BinaryExpression { Operator: BinaryOperator.Concatenate } both when ConstantText(both.Left) is { } left && ConstantText(both.Right) is { } right => left + right,
        var value => Constants.TextOf(value),
    };

    private static bool IsOpen(Expression last) => last is CallExpression or MethodCallExpression or VarargExpression;

    private static bool IsConstant(Expression value) => value is StringLiteral or NumberLiteral or BooleanLiteral or NilLiteral or TableConstructor or FunctionExpression;

    private void Refuse(SourceSpan span, string wording, string remedy)
    {
        if (_isConditional)
        {
            findings.UnreadRegistration(span);
        }
        else
        {
            findings.BadRegistration(span, wording, remedy);
        }
    }
}
