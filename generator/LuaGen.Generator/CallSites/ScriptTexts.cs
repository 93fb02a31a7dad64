using System.Collections.Concurrent;
using LuaGen.Language;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>The scripts of a compilation's calls: each is read once, and what is wrong with one that several calls share is said once.</summary>
internal sealed class ScriptTexts(ProjectOptions project)
{
    private readonly ConcurrentDictionary<(string Text, string? ReadOnlyBy), ScriptAnalysis> _texts = new();
    private readonly ConcurrentDictionary<InvocationExpressionSyntax, CallSite?> _calls = new();
    private readonly ConcurrentDictionary<SyntaxTree, SharedScripts> _files = new();

    /// <summary>The fields that calls in their own file use.</summary>
    private readonly ConcurrentDictionary<ISymbol, bool> _here = new(SymbolEqualityComparer.Default);

    /// <summary>A call in another file than the field that it uses.</summary>
    private readonly ConcurrentDictionary<ISymbol, CallSite> _elsewhere = new(SymbolEqualityComparer.Default);

    public ProjectOptions Project { get; } = project;

    /// <summary>A call, which its own analysis asks for and that of the fields that it uses.</summary>
    public CallSite? Find(InvocationExpressionSyntax call, SemanticModel model, RedisClient client, CancellationToken cancellationToken) =>
        !CallSiteFinder.MayBe(call) ? null
        : _calls.TryGetValue(call, out var known) ? known
        : _calls.GetOrAdd(call, CallSite.Find(call, model, client, cancellationToken));

    public ScriptAnalysis Check(CallSite site, ScriptConstant script, CancellationToken cancellationToken)
    {
        var key = (script.Text, ReadOnlyBy: site.IsReadOnly ? site.Method.Name : null);
        return _texts.TryGetValue(key, out var known)
            ? known
            : _texts.GetOrAdd(key, ScriptCompiler.AnalyzeString(script.Text, key.ReadOnlyBy, Project.Scripts, cancellationToken));
    }

    /// <summary>
    /// Whether this call is the one to say what is wrong with its script. For a field that is its declaration: what is said of
    /// one member while another is looked at, editors do not show.
    /// </summary>
    public bool IsSpeaker(CallSite site, ScriptConstant script, CheckContext context)
    {
        if (script.Owner is not { } owner
            || !SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, context.Model.Compilation.Assembly)
            || owner.DeclaringSyntaxReferences is not [var declaration])
        {
            return true;
        }

        if (declaration.SyntaxTree != site.Syntax.SyntaxTree)
        {
            _elsewhere.TryAdd(owner, site);
            return false;
        }

        _here.TryAdd(owner, true);
        return !DeclaredScripts.IsOne(declaration.GetSyntax(context.CancellationToken)) && FirstCallOf(owner, context)?.Syntax == site.Syntax;
    }

    /// <summary>The first call of a file that sends a script by its name.</summary>
    public CallSite? FirstCallOf(ISymbol owner, CheckContext context) =>
        _files.GetOrAdd(context.Model.SyntaxTree, _ => new SharedScripts()).FirstCallOf(owner, context);

    /// <summary>What is wrong with scripts that no call in their own file uses, once all calls have been seen.</summary>
    public void ReportElsewhere(Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var reporter = new CallSiteReporter(Project.InfoAsWarning, report);
        foreach (var pair in _elsewhere)
        {
            if (!_here.ContainsKey(pair.Key) && pair.Value.Sent is { } script)
            {
                CallSiteChecks.ReportScript(pair.Value, script, Check(pair.Value, script, cancellationToken), reporter);
            }
        }
    }
}
