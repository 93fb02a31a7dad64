using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>What a script does with the elements of <c>KEYS</c> and <c>ARGV</c>: the places of commands that take them, and comparisons.</summary>
internal sealed class ElementUses : SyntaxWalker
{
    /// <summary>The types of places with a unit, by their names in the documentation of the commands.</summary>
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["seconds"] = "seconds",
        ["milliseconds"] = "milliseconds",
        ["unix-time-seconds"] = "unixseconds",
        ["unix-time-milliseconds"] = "unixmilliseconds",
    };

    private static readonly string[] FieldCommands = ["HSET", "HMSET", "HSETNX", "HINCRBY", "HINCRBYFLOAT", "XADD"];

    /// <summary>Deeper expressions are not followed.</summary>
    private const int MaxDepth = 8;

    /// <summary>A sum of more parts is not followed.</summary>
    private const int MaxParts = 16;

    private readonly TypedScript _types;
    private readonly BoundScript _script;
    private readonly ElementSources _sources;
    private readonly Dictionary<ElementReference, ElementUse> _uses = [];

    private ElementUses(TypedScript types, ElementSources sources) => (_types, _script, _sources) = (types, types.Script, sources);

    public static ElementUses Of(TypedScript types, ElementSources sources)
    {
        var uses = new ElementUses(types, sources);
        foreach (var call in types.Calls)
        {
            uses.AddCall(call);
        }

        uses.VisitBlock(types.Script.Tree.Chunk);
        return uses;
    }

    public ElementUse? Find(ElementReference element) => _uses.TryGetValue(element, out var use) ? use : null;

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case CallExpression { Arguments: [var argument, ..] } call when _script.IsGlobal(call.Function, "tonumber"):
                Number(argument);
                break;
            case UnaryExpression { Operator: UnaryOperator.Negate } negation:
                Number(negation.Operand);
                break;
            case BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Power } arithmetic:
                Number(arithmetic.Left);
                Number(arithmetic.Right);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                Compare(comparison.Left, comparison.Right);
                Compare(comparison.Right, comparison.Left);
                break;
        }
    }

    private void Number(Expression expression, int depth = 0)
    {
        if (_sources.Of(expression) is { } element)
        {
            UseOf(element).IsNumber = true;
        }
        else if (depth < MaxDepth && expression is BinaryExpression { Operator: BinaryOperator.Or } choice)
        {
            // tonumber(redis.call('GET', key) or ARGV[1])
            Number(choice.Left, depth + 1);
            Number(choice.Right, depth + 1);
        }
        else if (depth < MaxDepth && expression is ParenthesizedExpression parenthesized)
        {
            Number(parenthesized.Inner, depth + 1);
        }
    }

    private void Compare(Expression expression, Expression other)
    {
        var isText = _script.Resolve(other) is StringLiteral text ? ConstantValues.IntegerOf(text.Value.Length == 0 ? "-" : text.Value) is null : IsStored(_types.TypeOf(other));
        if (isText && _sources.Of(expression) is { } element)
        {
            UseOf(element).IsText = true;
        }
    }

    /// <summary>A text that a command replies: it was stored with other digits, perhaps, than a number is sent with.</summary>
    private static bool IsStored(AbstractValue value) => value.Detail is Reply && value.MayBe(LuaKinds.String) && value.Is(LuaKinds.String | LuaKinds.Falsy);

    private void AddCall(RedisCall call)
    {
        if (call.Arguments.Count < 2 || call.Arguments[0].Constant is not { } name || CommandTable.Find(name) is not { } command)
        {
            return;
        }

        var skipped = 1;
        if (command.Subcommands.Count > 0)
        {
            if (call.Arguments[1].Constant is not { } word || !command.Subcommands.TryGetValue(word, out command))
            {
                return;
            }

            skipped = 2;
        }

        if (command.Arguments is not { } grammar)
        {
            return;
        }

        var constants = call.ConstantsFrom(skipped);
        for (var i = 0; i < constants.Length; i++)
        {
            if (constants[i] is null)
            {
                AddPlace(command, grammar, call, constants, i, call.Arguments[i + skipped].Expression);
            }
        }

        if (call.Rest is { } rest && _sources.Reads.Elements.TryGetValue(rest, out var list) && PlaceAtEnd(grammar, constants) is { } place)
        {
            Note(list, command, place, field: null);
        }
    }

    /// <summary>The place of the values that an open call adds at its end.</summary>
    private static ArgumentPlace? PlaceAtEnd(ArgumentNode grammar, string?[] constants) =>
        ArgumentPlace.Of(grammar, [.. constants, null], isOpen: true, ServerList.Any, constants.Length);

    private void AddPlace(CommandInfo command, ArgumentNode grammar, RedisCall call, string?[] constants, int position, Expression expression)
    {
        if (_sources.Of(expression) is { } element)
        {
            if (IsLength(command, constants, position))
            {
                Note(element, command, new ArgumentPlace(ValueKind.Integer, "maxlen"), field: null);
            }
            else if (ArgumentPlace.Of(grammar, constants, call.IsOpen, ServerList.Any, position) is { } place)
            {
                Note(element, command, place, position > 0 ? constants[position - 1] : null);
            }

            return;
        }

        var parts = Parts(expression, 0).Take(MaxParts).ToList();
        if (parts.Count > 0 && ArgumentPlace.Of(grammar, constants, call.IsOpen, ServerList.Any, position) is { Kind: ValueKind.Integer })
        {
            foreach (var part in parts)
            {
                UseOf(part).IsWhole = true;
                UseOf(part).Units.Add("");
            }
        }
    }

    private void Note(ElementReference element, CommandInfo command, ArgumentPlace place, string? field)
    {
        var use = UseOf(element);
        if (place.Kind == ValueKind.Integer)
        {
            use.IsWhole = true;
            use.Units.Add(place.Name is { } unit && Units.TryGetValue(unit, out var type) ? type : "");
        }

        use.IsNumber |= place.Kind == ValueKind.Number;
        use.Name ??= NameOf(command, place, field);
    }

    /// <summary>
    /// The elements whose fraction would be the fraction of a result: of sums, remainders, the greater or smaller of two, and
    /// products. A product with a constant can be whole although its element is not: <c>ARGV[1] * 1000</c>.
    /// </summary>
    private IEnumerable<ElementReference> Parts(Expression expression, int depth)
    {
        if (depth > MaxDepth)
        {
            return [];
        }

        var resolved = _script.Resolve(expression);
        if (_sources.Of(resolved) is { } element)
        {
            return [element];
        }

        return resolved switch
        {
            UnaryExpression { Operator: UnaryOperator.Negate } negation => Parts(negation.Operand, depth + 1),
            BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Modulo } sum => Parts(sum.Left, depth + 1).Concat(Parts(sum.Right, depth + 1)),
            BinaryExpression { Operator: BinaryOperator.Multiply } product when _script.Resolve(product.Left) is not NumberLiteral && _script.Resolve(product.Right) is not NumberLiteral =>
                Parts(product.Left, depth + 1).Concat(Parts(product.Right, depth + 1)),
            CallExpression { Function: MemberExpression { Target: var library, Member.Name: "max" or "min" } } call when _script.IsGlobal(library, "math") =>
                call.Arguments.SelectMany(argument => Parts(argument, depth + 1)),
            _ => [],
        };
    }

    /// <summary>Whether an argument of XADD or XTRIM is the length after <c>MAXLEN</c>, which the grammar does not tell from an id.</summary>
    private static bool IsLength(CommandInfo command, string?[] constants, int position) =>
        command.Name is "XADD" or "XTRIM" && position > 0
        && (IsMaxLength(constants[position - 1]) || (position > 1 && constants[position - 1] is "~" or "=" && IsMaxLength(constants[position - 2])));

    private static bool IsMaxLength(string? token) => "MAXLEN".Equals(token, StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(CommandInfo command, ArgumentPlace place, string? field)
    {
        if (field is not null && place.Name is "value" or "increment" && Array.IndexOf(FieldCommands, command.Name) >= 0)
        {
            var name = Identifiers.Camel(field!);
            return HeaderText.IsName(name) && name.Length <= 32 ? name : null;
        }

        return place.Name switch
        {
            null or "key" or "arg" => null,
            "seconds" or "milliseconds" => "ttl",
            "unix-time-seconds" or "unix-time-milliseconds" => "expiresAt",
            var name => Identifiers.Camel(name) is { Length: > 0 } camel && HeaderText.IsName(camel) ? camel : null,
        };
    }

    private ElementUse UseOf(ElementReference element)
    {
        if (!_uses.TryGetValue(element, out var use))
        {
            _uses.Add(element, use = new ElementUse());
        }

        return use;
    }
}
