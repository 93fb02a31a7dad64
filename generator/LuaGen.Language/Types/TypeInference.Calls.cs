using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

internal sealed partial class TypeInference
{
    /// <summary>The number of elements of one reply that are followed one by one.</summary>
    private const int MaxUnpacked = 32;

    /// <summary>Whether the script switches to RESP3, whose replies have other shapes.</summary>
    private bool _setsProtocol;
    private readonly HashSet<Expression> _protocolSwitches = [];

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
            FunctionSummary facts => CallFunction(facts, EvaluateList(call.Arguments)),
            _ => CallUnknown(function, EvaluateList(call.Arguments)),
        };
    }

    /// <summary>An unknown function may keep and change all of its arguments.</summary>
    private static ValueList CallUnknown(AbstractValue function, ValueList arguments)
    {
        function.Escape();
        arguments.Escape();
        return ValueList.Unknown;
    }

    private ValueList CallFunction(FunctionSummary function, ValueList arguments)
    {
        var hasGrown = false;
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            var joined = function.Parameters[i].Join(function.HasEscaped ? AbstractValue.Any : arguments[i]);
            hasGrown |= !joined.Equals(function.Parameters[i]);
            function.Parameters[i] = joined;
        }

        if (function.Body.IsVararg || function.HasSelf)
        {
            arguments.Escape();
        }

        if (function.IsRunning)
        {
            _fixpoint.MustRepeat |= hasGrown;
        }
        else if (hasGrown || function.Round != _round)
        {
            RunFunction(function);
        }

        function.WasRead = true;
        return function.HasEscaped ? ValueList.Unknown : function.Returns ?? new ValueList([], AbstractValue.Nothing);
    }

    private void RunFunction(FunctionSummary function)
    {
        var (frame, locals) = (_frame, _locals);
        _frame = new Frame(function);
        _locals = new LocalEnvironment();
        function.IsRunning = true;
        function.Round = _round;
        if (function.HasSelf)
        {
            Declare(new Identifier("self", function.Body.Span), AbstractValue.Any);
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
                _fixpoint.MustRepeat |= !_setsProtocol;
                _setsProtocol = true;
                _protocolSwitches.Add(call);
                return ValueList.None;
            case "pcall" when arguments.First.Detail is Builtin { Name: "redis.call" or "redis.pcall" } guarded:
                var reply = CallCommand((CallExpression)call, "redis.pcall", new ValueList([.. arguments.Items.Skip(1)], arguments.Rest));
                return new ValueList([AbstractValue.Boolean, reply.Join(new AbstractValue(LuaKinds.String, Provenance.Reply))], AbstractValue.Nil);
            case "pcall" or "xpcall":
                arguments.Escape();
                return new ValueList([AbstractValue.Boolean], AbstractValue.Any);
            case "assert":
                if (call is CallExpression { Arguments: [{ } asserted, ..] } && _locals is { } locals)
                {
                    _locals = WhereHolds(locals, asserted, truth: true);
                }

                return arguments.Items.Count > 0 ? new ValueList([arguments.First.Without(LuaKinds.Falsy), .. arguments.Items.Skip(1)], arguments.Rest) : arguments;
            case "table.insert":
                return Insert(arguments);
            case "table.concat":
                return ValueList.One(new AbstractValue(LuaKinds.String, ElementOf(arguments.First) is { Kinds: not LuaKinds.None } parts ? Mixed(parts.Provenance, Provenance.Literal) : Provenance.Unknown));
            case "table.remove" or "table.sort" when arguments.First.Detail is Builtin shifted && ParameterTableOf(shifted) is { } parameters:
                SetsElementsOf(parameters);
                arguments[1].Escape();
                return ValueList.Unknown;
            case "table.remove":
                return ValueList.One(ElementOf(arguments.First).Join(new AbstractValue(LuaKinds.Nil, Provenance.None)));
            case "table.sort":
                arguments[1].Escape();
                return ValueList.None;
            case "rawset":
                Store(arguments.First, arguments[1], arguments[2]);
                return ValueList.One(arguments.First);
            case "setmetatable":
                arguments.Escape();
                return ValueList.One(arguments.First);
            case "unpack" when arguments is { IsOpen: false, Items: [{ Kinds: LuaKinds.Table, Detail: Reply { IsElement: false } page } scanned] } && ReplyShapes.IsPage(page.Command):
                return new ValueList([ReplyShapes.PartOfPage(scanned, page.Command, 1, _pages, _fixpoint), ReplyShapes.PartOfPage(scanned, page.Command, 2, _pages, _fixpoint)], AbstractValue.Nil);
            case "unpack" when arguments is { IsOpen: false, Items: [{ Kinds: LuaKinds.Table, Table: { IsOpen: false, Command: not null, Length: { } length } known }] }:
                known.WasRead = true;
                return new ValueList([.. Enumerable.Range(1, Math.Min(length, MaxUnpacked)).Select(i => Index(arguments.First, AbstractValue.Of(i)))], length <= MaxUnpacked ? AbstractValue.Nil : known.Elements);
            case "unpack":
                return new ValueList([], ElementOf(arguments.First).Join(new AbstractValue(LuaKinds.Nil, Provenance.None)));
            case "select" when arguments.First.Text == "#":
                return ValueList.One(AbstractValue.Integer);
            default:
                return function.Function is { } library ? CallLibrary(library, arguments) : CallUnknown(AbstractValue.Nil, arguments);
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
        return new ValueList([], AbstractValue.Nothing);
    }

    /// <summary><c>table.insert(t, value)</c>, <c>table.insert(t, position, value)</c></summary>
    private ValueList Insert(ValueList arguments)
    {
        var value = arguments.Items.Count > 2 ? arguments[2] : arguments[1];
        Store(arguments.First, AbstractValue.Integer, value);
        return ValueList.None;
    }

    /// <summary>The values under the numeric keys of a table.</summary>
    private AbstractValue ElementOf(AbstractValue table)
    {
        if (table.Detail is Builtin builtin && ParameterTableOf(builtin) is { } parameters)
        {
            return ParameterOf(parameters, AbstractValue.Integer).Without(LuaKinds.Nil);
        }

        if (table.Table is { IsOpen: false } facts)
        {
            facts.WasRead = true;
            return facts.Elements;
        }

        return AbstractValue.Any with { Provenance = table.Provenance == Provenance.Literal ? Provenance.Unknown : table.Provenance };
    }

    /// <summary>The values that a <c>for … in</c> assigns to its variables.</summary>
    private ValueList IterationOf(IReadOnlyList<Expression> iterators)
    {
        if (iterators is [CallExpression { Arguments: [var iterated, ..] } call] && Evaluate(call.Function).Detail is Builtin { Name: "ipairs" or "pairs" } function)
        {
            var table = Evaluate(iterated);
            if (function.Name == "ipairs")
            {
                return new ValueList([AbstractValue.Integer, ElementOf(table).Without(LuaKinds.Nil)], AbstractValue.Nil);
            }

            if (table.Table is { IsOpen: false } facts)
            {
                facts.WasRead = true;
                var key = new AbstractValue((facts.HasNames ? LuaKinds.Any & ~LuaKinds.Nil : LuaKinds.Number), Provenance.Unknown);
                return new ValueList([key, facts.Everything().Without(LuaKinds.Nil)], AbstractValue.Nil);
            }

            return new ValueList([AbstractValue.Any, ElementOf(table).Without(LuaKinds.Nil)], AbstractValue.Nil);
        }

        // A value that is not a function is not called, so it neither keeps nor changes anything.
        var values = EvaluateList(iterators);
        var called = values.First.MayBe(LuaKinds.Function) ? values : values with { Items = [.. values.Items.Skip(1)] };
        called.Escape();
        return ValueList.Unknown;
    }

    /// <summary>Whether every command of the script replies in RESP3: its only switch of the protocol is its first statement that calls anything.</summary>
    private bool IsInResp3 => _protocolSwitches.Count == 1 && SwitchesFirst();

    private bool SwitchesFirst()
    {
        foreach (var statement in _script.Tree.Chunk.Statements)
        {
            if (statement is CallStatement { Call: CallExpression { Arguments: [NumberLiteral { Value: 3 }] } call } && _protocolSwitches.Contains(call))
            {
                return true;
            }

            if (statement is not LocalStatement local || local.Values.Any(value => value is CallExpression or MethodCallExpression))
            {
                return false;
            }
        }

        return false;
    }

    private AbstractValue CallCommand(CallExpression call, string function, ValueList arguments)
    {
        var command = arguments.First.Text is { } name && (!_setsProtocol || IsInResp3) ? CommandTable.Find(name) : null;
        var reply = command is null ? AbstractValue.Any with { Provenance = Provenance.Reply }
            : _setsProtocol ? ReplyShapes.OfResp3(command, arguments, _fixpoint)
            : ReplyShapes.Of(command, arguments, _fixpoint);
        if (reply.Table is { } fresh)
        {
            reply = reply with { Detail = ReplyAt(call, fresh) };
        }

        return function.EndsWith("pcall", StringComparison.Ordinal) ? reply with { Kinds = reply.Kinds | LuaKinds.Error } : reply;
    }

    /// <summary>One summary for all replies of a call.</summary>
    private TableSummary ReplyAt(CallExpression call, TableSummary fresh)
    {
        if (!_tables.TryGetValue(call, out var table))
        {
            _tables.Add(call, fresh);
            return fresh;
        }

        return table.Root.Agrees(fresh) ? table.Root : table.Unite(fresh);
    }
}
