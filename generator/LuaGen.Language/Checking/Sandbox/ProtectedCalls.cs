using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>The functions that run inside <c>pcall</c> and similar functions, directly or indirectly: their errors are caught, and may be intended.</summary>
internal sealed class ProtectedCalls(BoundScript script)
{
    /// <summary>The maximum depth of calls that is followed; each round adds one level.</summary>
    private const int MaxRounds = 16;

    /// <summary>The bodies of protected functions, and the locals that hold them.</summary>
    private readonly HashSet<object> _guarded = [];
    private readonly HashSet<LocalSymbol> _functions = [];
    private readonly List<(FunctionScope Scope, LocalSymbol Function)> _uses = [];
    private readonly List<LocalSymbol> _unsure = [];

    /// <summary>Whether a protected call runs a function that cannot be determined; then any function may be protected.</summary>
    private bool _isUnknown;

    public bool Contains(FunctionBody body, LocalSymbol? symbol) => _isUnknown || _guarded.Contains(body) || (symbol is not null && _guarded.Contains(symbol));

    public void Declare(LocalSymbol function) => _functions.Add(function);

    public void Use(FunctionScope scope, LocalSymbol symbol)
    {
        if (symbol.OnlyValue is null or FunctionExpression)
        {
            _uses.Add((scope, symbol));
        }
    }

    public void Guard(CallExpression call)
    {
        if (call.Arguments.Count == 0)
        {
            return;
        }

        var function = script.Resolve(call.Arguments[0]);
        if (function is FunctionExpression own)
        {
            _guarded.Add(own.Body);
        }
        else if (function is NameExpression name && script.LocalOf(name) is { } symbol)
        {
            _guarded.Add(symbol);
            _unsure.Add(symbol);
        }
        else if (script.GlobalNamed(function) is null)
        {
            _isUnknown = true;
        }
    }

    /// <summary>Must be called after the whole script has been walked.</summary>
    public void Complete()
    {
        foreach (var symbol in _unsure)
        {
            _isUnknown |= symbol.IsReassigned || !_functions.Contains(symbol);
        }

        var grows = _guarded.Count > 0 && !_isUnknown;
        for (var round = 0; grows && round < MaxRounds; round++)
        {
            grows = false;
            foreach (var (scope, function) in _uses)
            {
                grows |= FunctionScope.MayFail(scope) && _guarded.Add(function);
            }
        }
    }
}
