using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Commands;

/// <summary>Compares what is known about the arguments of a call with the values that the command takes: whole numbers, units of time, order.</summary>
internal sealed class ArgumentKindChecks(CheckedScript script)
{
    public void Run(RedisCall call, CommandInfo command)
    {
        if (command.Arguments is not { } grammar)
        {
            return;
        }

        CheckSwappedReply(call, command);
        CheckSwappedBounds(call, command);
        CheckEmptyList(call, command);
        var types = new AbstractValue[Math.Max(0, call.Arguments.Count - command.Words)];
        var concerns = false;
        for (var i = 0; i < types.Length; i++)
        {
            var argument = call.Arguments[command.Words + i].Expression;
            types[i] = script.Types.TypeOf(argument);
            concerns |= Concerns(types[i]) || TimeUnits.OfLocal(argument) is not null;
        }

        if (concerns)
        {
            Check(call, command, grammar, types);
        }
    }

    /// <summary>Whether something is known of a value that only some arguments may be: its declared type, a fraction, a time.</summary>
    private bool Concerns(AbstractValue type) =>
        type.Detail is not null && (type.Detail is Fractional || (type.Detail is NumberOf number ? number.Source : type.Detail) is Reply { Command: "TIME" } || script.Arguments.OfText(type) is not null);

    private void Check(RedisCall call, CommandInfo command, ArgumentNode grammar, AbstractValue[] types)
    {
        var isNumber = Array.ConvertAll(types, type => type.Is(LuaKinds.Number) || script.Arguments.OfText(type) is { Type: not EnumType });
        if (ArgumentMatcher.ValuesOf(grammar, call.ConstantsFrom(command.Words), isNumber, call.IsOpen, ServerList.Any) is not { } values)
        {
            return;
        }

        for (var i = 0; i < types.Length; i++)
        {
            if (values[i] is { Kind: not ValueKind.Text } value)
            {
                Check(call, command, command.Words + i, value, types[i]);
            }
        }

        CheckSwapped(call, command, types, values);
    }

    private void Check(RedisCall call, CommandInfo command, int index, ValueNode value, AbstractValue type)
    {
        var argument = call.Arguments[index].Expression;
        var declaration = script.Arguments.OfText(type);
        if (value.Kind == ValueKind.Integer && FractionOf(type, declaration) is { } problem)
        {
            script.Findings.UnfitValue(argument.Span, command, value, Print(argument), problem, WholeRemedy(command, argument, type));
        }
        else if (declaration is not null && NotANumber(declaration.Type) is { } what)
        {
            script.Findings.UnfitValue(argument.Span, command, value, Print(argument), $"is {what}", "a number, or correct the type in the header");
        }
        else if (TimeUnits.Of(value) is { } wanted)
        {
            CheckUnit(call, command, index, wanted, UnitOf(type, declaration), declaration);
        }
    }

    /// <summary>The unit that the header declares, that the reply of TIME has, or otherwise that a name ends with.</summary>
    private void CheckUnit(RedisCall call, CommandInfo command, int index, TimeUnit wanted, TimeUnit? known, ArgumentDeclaration? declaration)
    {
        var argument = call.Arguments[index].Expression;
        var name = known is null ? TimeUnits.OfLocal(argument) is not null ? Print(argument) : declaration?.Path.Name : null;
        if ((known ?? TimeUnits.OfName(name)) is not { } given || (known is null ? TimeUnits.IsInMilliseconds(given) == TimeUnits.IsInMilliseconds(wanted) : given == wanted))
        {
            return;
        }

        given = known ?? TimeUnits.Like(wanted, given);
        var what = name is not null ? $"{(name == Print(argument) ? "" : $"'{name}', ")}in {TimeUnits.NameOf(given)} by its name"
            : declaration is null ? $"the time in {TimeUnits.NameOf(given)}"
            : $"declared as '{TimeUnits.HeaderNameOf(given)}'";
        script.Findings.WrongUnit(argument.Span, command, TimeUnits.NameOf(wanted), Print(argument), what, TimeUnits.Remedy(command, call.Arguments[index - 1].Constant, given, Print(argument)));
    }

    private static string? FractionOf(AbstractValue type, ArgumentDeclaration? declaration) => type.Detail switch
    {
        Fractional { Source: FractionSource.Quotient } => "has a fraction unless the division leaves no remainder",
        Fractional { Source: FractionSource.Product } => "is a product with a fraction",
        Fractional { Source: FractionSource.Random } => "is a random fraction",
        Fractional => "is computed from a number that may have a fraction",
        _ => declaration is { Type: NamedType { Type: { Kind: WireKind.Fraction } fraction } } ? $"is declared as '{fraction.Name}', which may have a fraction" : null,
    };

    /// <summary>What a declared value is, if it is never a number.</summary>
    private static string? NotANumber(TypeSyntax type) => type switch
    {
        NamedType { Type.Kind: WireKind.Guid } => "a GUID",
        JsonType => "JSON",
        EnumType { Literals: var literals } when literals.All(literal => literal.Length > 0 && !literal.Any(char.IsDigit) && literal.ToLowerInvariant() is not ("inf" or "nan" or "infinity")) => "one of its declared words",
        _ => null,
    };

    private static TimeUnit? UnitOf(AbstractValue type, ArgumentDeclaration? declaration) =>
        declaration is { Type: NamedType { Type: var declared } } ? TimeUnits.Of(declared)
        : (type.Detail is NumberOf number ? number.Source : type.Detail) is Reply { Command: "TIME", Element: 1 } ? TimeUnit.UnixSeconds
        : null;

    private string WholeRemedy(CommandInfo command, Expression argument, AbstractValue type) => command.Name switch
    {
        "INCRBY" => "'INCRBYFLOAT'",
        "HINCRBY" => "'HINCRBYFLOAT'",
        _ when type.Detail is Fractional { Source: FractionSource.Random } => "`math.random(1000)`, which is whole",
        _ => type.Is(LuaKinds.Number) ? $"`math.floor({Print(argument)})`" : $"`math.floor(tonumber({Print(argument)}))`, or declare it as `long`",
    };

    /// <summary><c>ZADD key member score</c>, <c>SETEX key value ttl</c>: both declared types fit only the other place.</summary>
    private void CheckSwapped(RedisCall call, CommandInfo command, AbstractValue[] types, ValueNode?[] values)
    {
        for (var i = 0; i + 1 < types.Length; i++)
        {
            if (values[i] is { Kind: not ValueKind.Text, CountsNext: false } first && values[i + 1] is { Kind: ValueKind.Text } second && second.Name is "member" or "value"
                && script.Arguments.OfText(types[i]) is { Type: NamedType { Type.Kind: WireKind.Text } } text
                && script.Arguments.OfText(types[i + 1]) is { Type: NamedType { Type: { IsNumber: true } number } })
            {
                var (one, other) = (call.Arguments[command.Words + i].Expression, call.Arguments[command.Words + i + 1].Expression);
                script.Findings.SwappedArguments(one.Span, command, first.Name, second.Name, $"'{text.Path.Name}' is a string and `{Print(other)}` a '{number.Name}'", $"`{Print(other)}, {Print(one)}`");
            }
        }
    }

    /// <summary>Bounds of which the lower one is greater: the range is always empty.</summary>
    private void CheckSwappedBounds(RedisCall call, CommandInfo command)
    {
        if (RangeBounds.Of(call, command) is { } bounds && bounds.AreSwapped)
        {
            var (first, second) = (call.Arguments[bounds.Position], call.Arguments[bounds.Position + 1]);
            var (one, other) = (SourceExcerpt.Of(script.Bound.Tree, first.Expression), SourceExcerpt.Of(script.Bound.Tree, second.Expression));
            script.Findings.SwappedArguments(first.Span, command, bounds.First, bounds.Second, $"`{one}` is {(bounds.First is "min" or "start" ? "greater" : "less")} than `{other}`, so the range is empty", $"`{other}, {one}`");
        }
    }

    /// <summary>Replies with scores list the member first, and ZADD takes the score first.</summary>
    private void CheckSwappedReply(RedisCall call, CommandInfo command)
    {
        if (command.Name != "ZADD")
        {
            return;
        }

        if (call.Rest is CallExpression { Arguments: [var unpacked] } rest && script.Bound.FunctionCalled(rest) is { FullName: "unpack" } && ScoredBy(unpacked) is { } name)
        {
            var rows = unpacked is NameExpression ? Print(unpacked) : "rows";
            script.Findings.SwappedArguments(rest.Span, command, "score", "member", $"the reply of {name} has the member first", $"`{rows}[i + 1], {rows}[i]` for each pair, in a loop");
            return;
        }

        for (var i = 2; i + 1 < call.Arguments.Count; i++)
        {
            // ZADD key rows[i] rows[i + 1]
            if (call.Arguments[i].Expression is IndexExpression { Target: NameExpression table, Index: NameExpression at } first
                && call.Arguments[i + 1].Expression is IndexExpression { Target: NameExpression again, Index: BinaryExpression { Operator: BinaryOperator.Add, Left: NameExpression same, Right: NumberLiteral { Value: 1 } } } second
                && script.Bound.LocalOf(table) is { } symbol && symbol == script.Bound.LocalOf(again) && script.Bound.LocalOf(at) is { } index && index == script.Bound.LocalOf(same) && ScoredBy(table) is { } source)
            {
                script.Findings.SwappedArguments(first.Span, command, "score", "member", $"the reply of {source} has the member first", $"`{Print(second)}, {Print(first)}`");
                return;
            }
        }
    }

    /// <summary>The command, if the expression is its reply with scores.</summary>
    private string? ScoredBy(Expression reply) =>
        script.Bound.Resolve(reply) is CallExpression call && script.Types.CallAt(call) is { } source
        && source.HasToken("WITHSCORES")
        && script.Types.TypeOf(reply).Table is { IsOpen: false, Command: { } name } && name != "ZADD"
            ? name
            : null;

    /// <summary>A list that callers may leave empty is all that the command gets of what it requires.</summary>
    private void CheckEmptyList(RedisCall call, CommandInfo command)
    {
        if (!script.Header.IsComplete || call.Rest is not CallExpression { Arguments: [var unpacked, ..] and { Count: 1 or 2 } } rest || call.Arguments.Count - command.Words >= command.MinArguments
            || script.Bound.FunctionCalled(rest) is not { FullName: "unpack" } || script.Bound.TableOf(unpacked) is not { } table || script.TestedLocals.Measures(table))
        {
            return;
        }

        var isKeys = table == ParameterTable.Keys;
        var list = isKeys ? script.Header.Keys.FirstOrDefault(key => key.IsRest)?.Index : script.Header.Arguments.FirstOrDefault(argument => argument.IsRest)?.Index;
        if (list is { } first && (rest.Arguments.Count == 1 ? first == 1 : script.Bound.IntegerOf(rest.Arguments[1]) == first))
        {
            var name = table.Name();
            var element = (isKeys ? script.Header.Keys.First(key => key.IsRest).Path : script.Header.Arguments.First(argument => argument.IsRest).Path).Name;
            script.Findings.EmptyUnpack(rest.Span, command, $"'{element}'", first == 1 ? $"#{name} == 0" : $"#{name} < {first}");
        }
    }

    private string Print(Expression expression) => SourceExcerpt.Of(script.Bound.Tree, expression);
}
