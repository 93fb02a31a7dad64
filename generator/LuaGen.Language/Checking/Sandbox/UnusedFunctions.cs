using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds local functions that nothing but their own bodies names.</summary>
internal sealed class UnusedFunctions(FindingBag findings)
{
    private readonly List<(LocalSymbol Symbol, FunctionBody Body)> _declared = [];
    private readonly Dictionary<LocalSymbol, FunctionBody> _bodies = [];
    private readonly HashSet<LocalSymbol> _used = [];

    public void Declare(LocalSymbol symbol, FunctionBody body)
    {
        _declared.Add((symbol, body));
        _bodies[symbol] = body;
    }

    public void Use(LocalSymbol symbol, NameExpression name)
    {
        if (!(_bodies.TryGetValue(symbol, out var body) && body.Span.Contains(name.Span)))
        {
            _used.Add(symbol);
        }
    }

    public void Report()
    {
        foreach (var (symbol, _) in _declared)
        {
            // A leading "_" marks what is deliberately unused; a function that is assigned again is a variable.
            if (!_used.Contains(symbol) && symbol.Name[0] != '_' && !symbol.IsReassigned)
            {
                findings.UnusedFunction(symbol.Declaration.Span, symbol.Name);
            }
        }
    }
}
