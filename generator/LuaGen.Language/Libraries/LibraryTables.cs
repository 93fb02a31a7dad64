using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>Finds <c>KEYS</c> and <c>ARGV</c>, which a library does not have.</summary>
internal sealed class LibraryTables : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly FindingBag _findings;

    private LibraryTables(BoundScript script, FindingBag findings) => (_script, _findings) = (script, findings);

    public static void Check(BoundScript script, FindingBag findings)
    {
        if (script.Names("KEYS") || script.Names("ARGV"))
        {
            new LibraryTables(script, findings).VisitBlock(script.Tree.Chunk);
        }
    }

    protected override void Enter(Expression expression)
    {
        if (expression is NameExpression { Name: "KEYS" or "ARGV" } name && _script.LocalOf(name) is null)
        {
            _findings.TableOfScripts(name.Span, name.Name, name.Name == "KEYS" ? "first" : "second");
        }
    }
}
