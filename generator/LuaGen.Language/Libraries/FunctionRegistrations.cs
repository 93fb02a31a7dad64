using LuaGen.Language.Binding;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>
/// Finds the functions that a library registers: <c>redis.register_function('name', callback)</c> and
/// <c>redis.register_function{function_name = 'name', callback = …}</c>, also on Valkey's <c>server</c>, in branches, and
/// through a local function of the library that passes its parameters on.
/// </summary>
internal sealed class FunctionRegistrations : SyntaxWalker
{
    private const string Register = "register_function";

    private readonly BoundScript _script;
    private readonly FindingBag _findings;
    private readonly CallbackTable _callbacks;
    private readonly RegistrationReader _reader;
    private readonly HashSet<Statement> _statements = [];
    private readonly HashSet<Expression> _read = [];
    private bool _registersAny;

    private FunctionRegistrations(BoundScript script, FindingBag findings)
    {
        (_script, _findings) = (script, findings);
        _callbacks = new CallbackTable(script);
        _reader = new RegistrationReader(script, _callbacks, findings);
    }

    /// <summary>The registrations; reports what the server refuses and what cannot be read.</summary>
    public static LibraryRegistrations Find(BoundScript script, FindingBag findings)
    {
        var registrations = new FunctionRegistrations(script, findings);
        registrations.Read(script.Tree.Chunk, isConditional: false);

        // All that is left is in a loop, in a function or in an expression.
        registrations.VisitBlock(script.Tree.Chunk);
        if (!registrations._registersAny && script.Tree.Shebang is { } shebang)
        {
            findings.NoFunction(shebang.Span);
        }

        return new LibraryRegistrations(registrations._reader.Functions, registrations._statements);
    }

    protected override void Enter(Expression expression)
    {
        if (expression is CallExpression call && IsRegister(call.Function) && _read.Add(call))
        {
            _registersAny = true;
            _findings.UnreadRegistration(call.Function.Span);
        }
    }

    /// <summary>Reads the statements of a block; returns whether any of them registers something.</summary>
    private bool Read(Block block, bool isConditional)
    {
        var registers = false;
        foreach (var statement in block.Statements)
        {
            _callbacks.Add(statement);
            if (Registers(statement, isConditional))
            {
                _statements.Add(statement);
                registers = true;
            }
        }

        return registers;
    }

    private bool Registers(Statement statement, bool isConditional)
    {
        switch (statement)
        {
            case DoStatement @do:
                return Read(@do.Body, isConditional);
            case IfStatement @if:
                var registers = @if.Clauses.Aggregate(false, (any, clause) => Read(clause.Body, isConditional: true) | any);
                return (@if.Else is { } otherwise && Read(otherwise, isConditional: true)) | registers;
            case CallStatement { Call: CallExpression call } registration when IsRegister(call.Function):
                Read(registration, call, passed: null, isConditional);
                return true;
            case CallStatement { Call: MethodCallExpression { Method.Name: Register } call } when IsServer(call.Target):
                _registersAny = true;
                _findings.BadRegistration(call.Span, "the first argument to redis.register_function must be a string", $"write `{((NameExpression)_script.Resolve(call.Target)).Name}.{Register}`, with a dot");
                return true;
            case CallStatement { Call: CallExpression call } registration when _callbacks.Called(call) is { } helper && OnlyCallIn(helper) is { } inner:
                Read(registration, inner, Passed(helper, call), isConditional);
                return true;
            default:
                return false;
        }
    }

    private void Read(CallStatement statement, CallExpression call, Dictionary<LocalSymbol, Expression>? passed, bool isConditional)
    {
        _registersAny = true;
        _read.Add(call);
        _reader.Read(statement, call, passed, isConditional);
    }

    /// <summary>The registration in a function that does nothing else but register what its caller passes.</summary>
    private CallExpression? OnlyCallIn(FunctionBody helper)
    {
        var calls = helper.Block.Statements.OfType<CallStatement>().Select(statement => statement.Call).OfType<CallExpression>().Where(call => IsRegister(call.Function)).ToList();
        return calls.Count == 1 && !helper.IsVararg ? calls[0] : null;
    }

    private Dictionary<LocalSymbol, Expression> Passed(FunctionBody helper, CallExpression call)
    {
        var passed = new Dictionary<LocalSymbol, Expression>();
        for (var i = 0; i < helper.Parameters.Count; i++)
        {
            if (_script.DeclaredBy(helper.Parameters[i]) is { IsReassigned: false } parameter)
            {
                passed[parameter] = i < call.Arguments.Count ? call.Arguments[i] : new NilLiteral(call.Span);
            }
        }

        return passed;
    }

    private bool IsServer(Expression target) =>
        _script.Resolve(target) is NameExpression { Name: LuaLibrary.Server or LuaLibrary.ValkeyServer } name && _script.LocalOf(name) is null;

    private bool IsRegister(Expression function) => _script.GlobalNamed(function) is (LuaLibrary.Server or LuaLibrary.ValkeyServer, Register);
}
