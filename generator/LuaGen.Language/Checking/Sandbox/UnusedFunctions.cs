using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds local functions that nothing but their own bodies names, and functions in tables that nothing reads.</summary>
internal sealed class UnusedFunctions(FindingBag findings)
{
    private readonly List<(LocalSymbol Symbol, FunctionBody Body)> _declared = [];
    private readonly Dictionary<LocalSymbol, FunctionBody> _bodies = [];
    private readonly HashSet<LocalSymbol> _used = [];

    /// <summary>Whether the script stores a function in a table.</summary>
    public bool HasFields { get; set; }

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

    public void Report(CheckedScript script)
    {
        // A file that only declares, and one without a return at its end, may be a part of a script that is put together elsewhere.
        if (script.Bound.Tree.Chunk.Statements.All(statement => statement is LocalStatement or LocalFunctionStatement or FunctionStatement))
        {
            return;
        }

        if (HasFields && script.Bound.Tree.Chunk.Statements is [.., ReturnStatement])
        {
            ReportFields(script.Tables);
        }

        foreach (var (symbol, _) in _declared)
        {
            // A leading "_" marks what is deliberately unused; a function that is assigned again is a variable.
            if (!_used.Contains(symbol) && symbol.Name[0] != '_' && !symbol.IsReassigned)
            {
                findings.UnusedFunction(symbol.Declaration.Span, symbol.Name);
            }
        }
    }

    /// <summary><c>function handlers.run() … end</c>, in a table of which the script reads other fields, or none.</summary>
    private void ReportFields(BuiltTables tables)
    {
        foreach (var table in tables.All)
        {
            if (table is { IsUsedOtherwise: false, IsReadByAnyName: false, IsReturned: false, IsEncoded: false })
            {
                foreach (var (span, name, value) in table.Fields)
                {
                    if (value is FunctionExpression && !table.Read.Contains(name) && name.Length > 0 && name[0] != '_')
                    {
                        findings.UnusedFunction(span, name);
                    }
                }
            }
        }
    }
}
