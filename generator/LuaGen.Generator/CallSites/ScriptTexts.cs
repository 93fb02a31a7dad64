using System.Collections.Concurrent;
using LuaGen.Language;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>The scripts of a compilation's calls. Each script is read once, and the findings of a shared script are reported once.</summary>
internal sealed class ScriptTexts(ProjectOptions project, ScriptFiles files, Lazy<ScriptHelpers> helpers)
{
    private readonly ConcurrentDictionary<(string Text, string? ReadOnlyBy), ScriptAnalysis> _texts = new();
    private readonly ConcurrentDictionary<InvocationExpressionSyntax, CallSite?> _calls = new();
    private readonly ConcurrentDictionary<SyntaxTree, SharedScripts> _files = new();

    /// <summary>The fields that are used by a call in their own file.</summary>
    private readonly ConcurrentDictionary<ISymbol, bool> _here = new(SymbolEqualityComparer.Default);

    /// <summary>For each field, a call in another file that uses it.</summary>
    private readonly ConcurrentDictionary<ISymbol, CallSite> _elsewhere = new(SymbolEqualityComparer.Default);

    public ProjectOptions Project { get; } = project;

    /// <summary>The project's script files.</summary>
    public ScriptFiles Files { get; } = files;

    /// <summary>Whether a call may concern a script. Needs no semantic model.</summary>
    public bool MayBe(InvocationExpressionSyntax call) => CallSiteFinder.MayBe(call) || helpers.Value.MayBe(call);

    /// <summary>Finds a call. Both the analysis of the call and the analysis of the fields that it uses ask for it.</summary>
    public CallSite? Find(InvocationExpressionSyntax call, SemanticModel model, RedisClient client, CancellationToken cancellationToken) =>
        !MayBe(call) ? null
        : _calls.TryGetValue(call, out var known) ? known
        : _calls.GetOrAdd(call, CallSite.Find(call, model, client, cancellationToken, Files) ?? helpers.Value.Find(call, model, client, Files, cancellationToken));

    public ScriptAnalysis Check(CallSite site, ScriptConstant script, CancellationToken cancellationToken)
    {
        var key = (script.Text, site.ReadOnlyBy);
        return _texts.TryGetValue(key, out var known)
            ? known
            : _texts.GetOrAdd(key, ScriptCompiler.AnalyzeString(script.Text, key.ReadOnlyBy, Project.Scripts, cancellationToken));
    }

    /// <summary>
    /// Whether this call reports the findings of its script. If the script is in a field, the field's declaration reports
    /// them, because editors do not show diagnostics in one member that were reported while another was analyzed.
    /// </summary>
    public bool OwnsReport(CallSite site, ScriptConstant script, CheckContext context)
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

    /// <summary>The first call in the file that sends a script by its name.</summary>
    public CallSite? FirstCallOf(ISymbol owner, CheckContext context) =>
        _files.GetOrAdd(context.Model.SyntaxTree, _ => new SharedScripts()).FirstCallOf(owner, context);

    /// <summary>Reports the findings of scripts that no call in their own file uses, after all calls were analyzed.</summary>
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
