using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>What a script hands to <c>pcall</c> and its like, and what is called from there: an error there is caught, and so may be meant.</summary>
internal sealed class Guards(BoundScript script)
{
    /// <summary>Nobody calls through more functions; each round follows one call more.</summary>
    private const int MaxRounds = 16;

    /// <summary>Bodies of functions, and locals that hold functions.</summary>
    private readonly HashSet<object> _guarded = [];
    private readonly HashSet<LocalSymbol> _functions = [];
    private readonly List<(FunctionScope Scope, LocalSymbol Function)> _uses = [];
    private readonly List<LocalSymbol> _unsure = [];

    /// <summary>Whether something is guarded that cannot be followed: then any function may be.</summary>
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

    /// <summary>Has to come when the whole script has been walked.</summary>
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
