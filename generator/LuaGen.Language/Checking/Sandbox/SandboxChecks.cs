using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Checks a script against Lua as it is inside Redis, in one walk that feeds all checks.</summary>
internal sealed class SandboxChecks : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly GlobalChecks _globals;
    private readonly ErrorChecks _errors;
    private readonly LibraryCallChecks _libraryCalls;
    private readonly UnpackChecks _unpack;
    private readonly CodeChecks _code;
    private readonly NumberChecks _numbers;
    private readonly Lua54Checks? _lua54;
    private readonly PatternChecks _patterns;
    private readonly OrderFunctionChecks _orders;
    private readonly NumberTextChecks _texts;
    private readonly UnusedFunctions _unused;
    private readonly JsonEncodeChecks _json;
    private readonly RecursionChecks _recursion;
    private readonly RandomChecks _random;
    private readonly CheckedScript _checked;
    private readonly ProtectedCalls _guards;
    private readonly HashSet<Expression> _called = [];
    private FunctionScope? _scope;
    private LocalSymbol? _declared;
    private SourceSpan _fallback;

    /// <summary>How many loops without a constant end are around the statement.</summary>
    private int _loops;

    private SandboxChecks(CheckedScript checkedScript)
    {
        var (script, findings, servers) = (checkedScript.Bound, checkedScript.Findings, checkedScript.Traits.Servers);
        _script = script;
        _checked = checkedScript;
        _patterns = new PatternChecks(checkedScript.Types, findings);
        _orders = new OrderFunctionChecks(checkedScript.Types, findings);
        _texts = new NumberTextChecks(checkedScript.Types, findings);
        _unused = new UnusedFunctions(findings);
        _json = new JsonEncodeChecks(checkedScript);
        _recursion = new RecursionChecks(script, findings);
        _random = new RandomChecks(findings);
        _guards = new ProtectedCalls(script);
        _globals = new GlobalChecks(script, servers, findings);
        _errors = new ErrorChecks(script, findings);
        _libraryCalls = new LibraryCallChecks(checkedScript.Types, servers, findings);
        _unpack = new UnpackChecks(script, checkedScript.Header, findings);
        _code = new CodeChecks(script, findings);
        _numbers = new NumberChecks(script, servers, findings);
        _lua54 = servers.RunsLua54 ? new Lua54Checks(script, servers, findings) : null;
    }

    public static void Run(CheckedScript script)
    {
        var checks = new SandboxChecks(script);
        checks.VisitBlock(script.Bound.Tree.Chunk);
        checks._guards.Complete();
        checks._lua54?.CheckNames();
        checks._globals.Report();
        checks._errors.Report();
        checks._libraryCalls.Report();
        checks._unpack.Report();
        checks._patterns.Report();
        checks._unused.Report(script);
        checks._json.Report();
        checks._random.Report();
        JsonNullChecks.Run(script);
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        for (var i = 0; i < statement.Values.Count; i++)
        {
            // "local split = string.split" is checked where the local is called.
            if (i < statement.Names.Count && _script.DeclaredBy(statement.Names[i]) is { } symbol && symbol.OnlyValue == statement.Values[i])
            {
                NoteCalled(statement.Values[i]);
                _declared = statement.Values[i] is FunctionExpression ? symbol : null;
            }

            VisitExpression(statement.Values[i]);
            _declared = null;
        }
    }

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        _unused.HasFields |= statement is { Targets: [MemberExpression or IndexExpression], Values: [FunctionExpression] };
        foreach (var target in statement.Targets)
        {
            _globals.Write(target, isFunction: statement.Values is [FunctionExpression], _scope);
            VisitTarget(target);
            if (_loops > 0 && target is IndexExpression { Target: var grown, Index: not StringLiteral })
            {
                _unpack.Grow(grown);
            }
        }

        VisitAll(statement.Values);
    }

    protected override void VisitFunction(FunctionStatement statement)
    {
        _unused.HasFields |= statement is { Method: null, Name: MemberExpression };
        if (statement.Method is null)
        {
            _globals.Write(statement.Name, isFunction: true, _scope);
            VisitTarget(statement.Name);
        }
        else
        {
            VisitExpression(statement.Name);
        }

        VisitFunctionBody(statement.Body, hasSelf: statement.Method is not null);
    }

    protected override void VisitLocalFunction(LocalFunctionStatement statement)
    {
        _declared = _script.DeclaredBy(statement.Name);
        base.VisitLocalFunction(statement);
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        if (_declared is not null)
        {
            _guards.Declare(_declared);
            _unused.Declare(_declared, body);
            _recursion.Check(_declared, body);
        }

        _scope = new FunctionScope(_scope, body, _declared, _guards);
        _declared = null;
        base.VisitFunctionBody(body, hasSelf);
        _scope = _scope.Outer;
    }

    protected override void VisitStatement(Statement statement)
    {
        switch (statement)
        {
            case ReturnStatement { Values: [var value, ..] }:
                _errors.Returned(value);
                _json.Returned(value);
                break;
            case CallStatement call:
                DroppedResults.Check(_checked.Types, call, _checked.Findings);
                break;
        }

        var isLoop = statement is WhileStatement or RepeatStatement or GenericForStatement || (statement is NumericForStatement loop && _checked.Types.TypeOf(loop.Limit).Value is null);
        _loops += isLoop ? 1 : 0;
        base.VisitStatement(statement);
        _loops -= isLoop ? 1 : 0;
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case NameExpression name:
                EnterName(name);
                break;
            case NumberLiteral number:
                _numbers.Check(number);
                break;
            case MemberExpression or IndexExpression when !_called.Contains(expression):
                _globals.ReadMember(expression, _scope);
                _lua54?.CheckStatus(expression);
                break;
            case StringLiteral text:
                EscapeChecks.Check(_script, text, _checked.Findings);
                _lua54?.Check(text);
                _json.Check(text);
                break;
            case VarargExpression when _scope is null && !_fallback.Contains(expression.Span):
                _checked.Findings.ScriptVararg(expression.Span);
                break;
            case CallExpression call:
                EnterCall(call);
                break;
            case MethodCallExpression call:
                _libraryCalls.CheckMethod(call, _scope);
                _patterns.CheckMethod(call, _scope);
                break;
            case BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation:
                _texts.Check(concatenation);
                break;
            case BinaryExpression binary:
                _unpack.Compare(binary);
                // "KEYS or { ... }" is for another host.
                _fallback = binary is { Operator: BinaryOperator.Or } ? binary.Right.Span : _fallback;
                break;
        }
    }

    /// <summary>Visits the parts of an assignment target that are read.</summary>
    private void VisitTarget(Expression target)
    {
        switch (target)
        {
            case NameExpression:
                break;
            case MemberExpression member:
                VisitExpression(member.Target);
                break;
            case IndexExpression index:
                VisitExpression(index.Target);
                VisitExpression(index.Index);
                break;
            default:
                VisitExpression(target);
                break;
        }
    }

    private void EnterName(NameExpression name)
    {
        if (_script.LocalOf(name) is { } symbol)
        {
            _errors.Use(symbol);
            _unused.Use(symbol, name);
            if (_scope is not null)
            {
                _guards.Use(_scope, symbol);
            }
        }
        else if (!(name.Name == "arg" && _scope is { Body.IsVararg: true }))
        {
            // In a vararg function, "arg" is a hidden local.
            _globals.Read(name, _scope);
            _errors.ReadGlobal(name.Name);
        }
    }

    private void NoteCalled(Expression function)
    {
        if (function is MemberExpression or IndexExpression)
        {
            _called.Add(function);
        }
    }

    private void EnterCall(CallExpression call)
    {
        NoteCalled(call.Function);
        _globals.Call(call.Function, _scope);
        if (_script.FunctionCalled(call) is not { } function)
        {
            return;
        }

        switch (function.FullName)
        {
            case "pcall" or "xpcall" or "coroutine.wrap" or "coroutine.create":
                _guards.Guard(call);
                break;
            case "error" or "redis.error_reply":
                _errors.Check(call, function.FullName, isInFunction: _scope is not null, _scope);
                break;
            case "rawget":
                _globals.Ask(call);
                break;
            case "rawset" or "setmetatable":
                _globals.WriteRaw(call, _scope);
                break;
            case "unpack":
                _unpack.Check(call);
                break;
            case "table.insert" when _loops > 0 && call.Arguments.Count > 0:
                _unpack.Grow(call.Arguments[0]);
                break;
            case "table.sort":
                _orders.Check(call);
                break;
            case "math.random":
                _random.Call(call);
                break;
            case "math.randomseed":
                _random.Seed();
                break;
            case "loadstring" or "load":
                _code.Check(call, function.FullName);
                break;
            case "redis.call" or "redis.pcall":
                _numbers.CheckSent(call);
                _lua54?.CheckSent(call);
                break;
        }

        _libraryCalls.Check(call, function, _scope);
        _patterns.Check(call, function, _scope);
        _texts.Check(call, function);
        _json.Check(call, function.FullName, _scope);
        if (function.FullName.StartsWith("bit.", StringComparison.Ordinal))
        {
            BitChecks.Check(_checked.Types, call, function, _checked.Findings);
        }
    }
}
