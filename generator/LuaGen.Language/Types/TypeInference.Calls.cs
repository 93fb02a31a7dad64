using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

internal sealed partial class TypeInference
{
    /// <summary>Whether the script asks for replies in RESP3, which have other shapes.</summary>
    private bool _setsProtocol;

    private ValueList EvaluateCall(Expression expression)
    {
        if (expression is MethodCallExpression method)
        {
            var target = Evaluate(method.Target);
            var arguments = EvaluateList(method.Arguments);
            return target.Is(LuaKinds.String)
                ? CallBuiltin(expression, LibraryValues.StringMethod(method.Method.Name), new ValueList([target, .. arguments.Items], arguments.Rest))
                : CallUnknown(target, arguments);
        }

        var call = (CallExpression)expression;
        var function = Evaluate(call.Function);
        return function.Detail switch
        {
            Builtin builtin => CallBuiltin(call, builtin, EvaluateList(call.Arguments)),
            FunctionFacts facts => CallFunction(facts, EvaluateList(call.Arguments)),
            _ => CallUnknown(function, EvaluateList(call.Arguments)),
        };
    }

    /// <summary>Somebody else's function may keep and change whatever it gets.</summary>
    private static ValueList CallUnknown(LuaValue function, ValueList arguments)
    {
        function.Escape();
        arguments.Escape();
        return ValueList.Unknown;
    }

    private ValueList CallFunction(FunctionFacts function, ValueList arguments)
    {
        var hasGrown = false;
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            var joined = function.Parameters[i].Join(function.HasEscaped ? LuaValue.Any : arguments[i]);
            hasGrown |= !joined.Equals(function.Parameters[i]);
            function.Parameters[i] = joined;
        }

        if (function.Body.IsVararg || function.HasSelf)
        {
            arguments.Escape();
        }

        if (function.IsRunning)
        {
            _progress.MustRepeat |= hasGrown;
        }
        else if (hasGrown || function.Round != _round)
        {
            RunFunction(function);
        }

        function.WasRead = true;
        return function.HasEscaped ? ValueList.Unknown : function.Returns ?? new ValueList([], LuaValue.Nothing);
    }

    private void RunFunction(FunctionFacts function)
    {
        var (frame, locals) = (_frame, _locals);
        _frame = new Frame(function);
        _locals = new LocalValues();
        function.IsRunning = true;
        function.Round = _round;
        if (function.HasSelf)
        {
            Declare(new Identifier("self", function.Body.Span), LuaValue.Any);
        }

        for (var i = 0; i < function.Parameters.Length; i++)
        {
            Declare(function.Body.Parameters[i], function.Parameters[i]);
        }

        RunBlock(function.Body.Block);
        if (_locals is not null)
        {
            AddReturn(function, ValueList.None);
        }

        function.IsRunning = false;
        (_frame, _locals) = (frame, locals);
    }

    private ValueList CallBuiltin(Expression call, Builtin function, ValueList arguments)
    {
        switch (function.Name)
        {
            case "redis.call" or "redis.pcall":
                return ValueList.One(CallCommand((CallExpression)call, function.Name, arguments));
            case "redis.setresp":
                _progress.MustRepeat |= !_setsProtocol;
                _setsProtocol = true;
                return ValueList.None;
            case "pcall" when arguments.First.Detail is Builtin { Name: "redis.call" or "redis.pcall" } guarded:
                var reply = CallCommand((CallExpression)call, "redis.pcall", new ValueList([.. arguments.Items.Skip(1)], arguments.Rest));
                return new ValueList([LuaValue.Boolean, reply.Join(new LuaValue(LuaKinds.String, Origins.Reply))], LuaValue.Nil);
            case "pcall" or "xpcall":
                arguments.Escape();
                return new ValueList([LuaValue.Boolean], LuaValue.Any);
            case "assert":
                if (call is CallExpression { Arguments: [{ } asserted, ..] } && _locals is { } locals)
                {
                    _locals = WhereHolds(locals, asserted, truth: true);
                }

                return arguments.Items.Count > 0 ? new ValueList([arguments.First.Without(LuaKinds.Falsy), .. arguments.Items.Skip(1)], arguments.Rest) : arguments;
            case "table.insert":
                return Insert(arguments);
            case "table.concat":
                return ValueList.One(new LuaValue(LuaKinds.String, ElementOf(arguments.First) is { Kinds: not LuaKinds.None } parts ? Mixed(parts.Origins, Origins.Literal) : Origins.Unknown));
            case "table.remove" or "table.sort" when arguments.First.Detail is Builtin shifted && ParameterTableOf(shifted) is { } parameters:
                SetsElementsOf(parameters);
                arguments[1].Escape();
                return ValueList.Unknown;
            case "table.remove":
                return ValueList.One(ElementOf(arguments.First).Join(new LuaValue(LuaKinds.Nil, Origins.None)));
            case "table.sort":
                arguments[1].Escape();
                return ValueList.None;
            case "rawset":
                Store(arguments.First, arguments[1], arguments[2]);
                return ValueList.One(arguments.First);
            case "setmetatable":
                arguments.Escape();
                return ValueList.One(arguments.First);
            case "unpack":
                return new ValueList([], ElementOf(arguments.First).Join(new LuaValue(LuaKinds.Nil, Origins.None)));
            case "select" when arguments.First.Text == "#":
                return ValueList.One(LuaValue.Integer);
            default:
                return function.Function is { } known ? CallLibrary(known, arguments) : CallUnknown(LuaValue.Nil, arguments);
        }
    }

    private ValueList CallLibrary(LibraryFunction function, ValueList arguments)
    {
        if ((function.Effects & LibraryEffects.LetsGo) != 0)
        {
            arguments.Escape();
        }

        if (function.Results.Returns)
        {
            return LibraryValues.Call(function, arguments);
        }

        _locals = null;
        return new ValueList([], LuaValue.Nothing);
    }

    /// <summary><c>table.insert(t, value)</c>, <c>table.insert(t, position, value)</c></summary>
    private ValueList Insert(ValueList arguments)
    {
        var value = arguments.Items.Count > 2 ? arguments[2] : arguments[1];
        Store(arguments.First, LuaValue.Integer, value);
        return ValueList.None;
    }

    /// <summary>What lies under the numbers of a table.</summary>
    private LuaValue ElementOf(LuaValue table)
    {
        if (table.Detail is Builtin builtin && ParameterTableOf(builtin) is { } parameters)
        {
            return ParameterOf(parameters, LuaValue.Integer).Without(LuaKinds.Nil);
        }

        if (table.Table is { IsOpen: false } facts)
        {
            facts.WasRead = true;
            return facts.Elements;
        }

        return LuaValue.Any with { Origins = table.Origins == Origins.Literal ? Origins.Unknown : table.Origins };
    }

    /// <summary>What a <c>for … in</c> hands to its variables.</summary>
    private ValueList IterationOf(IReadOnlyList<Expression> iterators)
    {
        if (iterators is [CallExpression { Arguments: [var iterated, ..] } call] && Evaluate(call.Function).Detail is Builtin { Name: "ipairs" or "pairs" } function)
        {
            var table = Evaluate(iterated);
            if (function.Name == "ipairs")
            {
                return new ValueList([LuaValue.Integer, ElementOf(table).Without(LuaKinds.Nil)], LuaValue.Nil);
            }

            if (table.Table is { IsOpen: false } facts)
            {
                facts.WasRead = true;
                var key = new LuaValue((facts.HasNames ? LuaKinds.Any & ~LuaKinds.Nil : LuaKinds.Number), Origins.Unknown);
                return new ValueList([key, facts.Everything().Without(LuaKinds.Nil)], LuaValue.Nil);
            }

            return new ValueList([LuaValue.Any, ElementOf(table).Without(LuaKinds.Nil)], LuaValue.Nil);
        }

        // What is no function is not called, and so keeps and changes nothing.
        var values = EvaluateList(iterators);
        var called = values.First.MayBe(LuaKinds.Function) ? values : values with { Items = [.. values.Items.Skip(1)] };
        called.Escape();
        return ValueList.Unknown;
    }

    private LuaValue CallCommand(CallExpression call, string function, ValueList arguments)
    {
        var command = arguments.First.Text is { } name && !_setsProtocol ? CommandTable.Find(name) : null;
        var reply = command is null ? LuaValue.Any with { Origins = Origins.Reply } : ReplyShapes.Of(command, arguments, _progress);
        if (reply.Table is { } fresh)
        {
            reply = reply with { Detail = ReplyAt(call, fresh) };
        }

        return function.EndsWith("pcall", StringComparison.Ordinal) ? reply with { Kinds = reply.Kinds | LuaKinds.Error } : reply;
    }

    /// <summary>One table for all the replies of one call.</summary>
    private TableFacts ReplyAt(CallExpression call, TableFacts fresh)
    {
        if (!_tables.TryGetValue(call, out var table))
        {
            _tables.Add(call, fresh);
            return fresh;
        }

        return table.Root.Agrees(fresh) ? table.Root : table.Unite(fresh);
    }
}
