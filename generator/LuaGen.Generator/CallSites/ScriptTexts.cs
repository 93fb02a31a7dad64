using System.Collections.Concurrent;
using LuaGen.Generator.Hosting;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// The scripts of a compilation's calls: each is read once, and what is wrong with one that several calls share is said
/// once. An editor asks again and again, in any order and file by file, so who says it is decided by what was seen and
/// never by what was said.
/// </summary>
internal sealed class ScriptTexts(ProjectOptions project)
{
    private readonly ConcurrentDictionary<(string Text, string? ReadOnlyBy), CheckedText> _texts = new();

    /// <summary>The call that speaks for a field, of those in the field's own file.</summary>
    private readonly ConcurrentDictionary<ISymbol, CallSite> _speakers = new(SymbolEqualityComparer.Default);

    /// <summary>A call in another file than the field that it uses.</summary>
    private readonly ConcurrentDictionary<ISymbol, CallSite> _elsewhere = new(SymbolEqualityComparer.Default);

    public ProjectOptions Project { get; } = project;

    public CheckedText Check(CallSite site, ScriptConstant script, CancellationToken cancellationToken)
    {
        var key = (script.Text, ReadOnlyBy: site.IsReadOnly ? site.Method.Name : null);
        return _texts.TryGetValue(key, out var known)
            ? known
            : _texts.GetOrAdd(key, ScriptCompiler.Check(script.Text, key.ReadOnlyBy, Project.MinServer, cancellationToken));
    }

    /// <summary>Whether this call is the one to say what is wrong with its script.</summary>
    public bool SpeaksFor(CallSite site, ScriptConstant script)
    {
        if (script.Owner is not { } owner || script.LocationOf(new(0, 0))?.SourceTree is not { } tree)
        {
            return true;
        }

        var isHere = tree == site.Syntax.SyntaxTree;
        var speaker = (isHere ? _speakers : _elsewhere).GetOrAdd(owner, site);
        return isHere && speaker.Syntax == site.Syntax;
    }

    /// <summary>What is wrong with scripts that no call in their own file uses, once all calls have been seen.</summary>
    public void ReportElsewhere(Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var reporter = new CallSiteReporter(Project.InfoAsWarning, report);
        foreach (var pair in _elsewhere)
        {
            if (!_speakers.ContainsKey(pair.Key) && pair.Value.Sent is { } script)
            {
                CallSiteChecks.ReportScript(pair.Value, script, Check(pair.Value, script, cancellationToken), reporter);
            }
        }
    }
}
