using LuaGen.Language.Header;
using LuaGen.Language.Header.Loose;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Completion;

/// <summary>
/// Reports the canonical lines of one table. The code declares nothing in a table whose lines are all canonical, so the last
/// line is shown with the declarations that only the code has.
/// </summary>
internal sealed class ShownLines(FindingBag findings)
{
    private readonly List<(LooseDeclaration Loose, string Canonical)> _lines = [];
    private readonly List<string> _fromCode = [];

    public void Add(LooseDeclaration? loose, string canonical)
    {
        if (loose is null)
        {
            _fromCode.Add(canonical);
        }
        else if (!loose.IsExact)
        {
            _lines.Add((loose, canonical));
        }
    }

    public void Report()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            var (loose, canonical) = _lines[i];
            findings.LooseDeclaration(loose.Line, loose.Span, canonical, i + 1 < _lines.Count ? [] : [.. _fromCode]);
        }
    }
}
