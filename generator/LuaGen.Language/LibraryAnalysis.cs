using LuaGen.Language.Binding;
using LuaGen.Language.Checking;
using LuaGen.Language.Commands;
using LuaGen.Language.Completion;
using LuaGen.Language.Header;
using LuaGen.Language.Header.Loose;
using LuaGen.Language.Libraries;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language;

/// <summary>The analysis of a function library: every function runs through the stages of a script.</summary>
internal sealed class LibraryAnalysis(SyntaxTree tree, ScriptSource source, ScriptOptions options, FindingBag findings)
{
    /// <summary>No class is generated to paste a header from, and the server goes by the flag of the registration instead of <c>@readonly</c>.</summary>
    private static readonly Rule[] AdviceForScripts = [Rule.NoHeader, Rule.CouldBeReadOnly];

    /// <summary>Functions share code, which is reported once.</summary>
    private readonly HashSet<(Rule Rule, SourceSpan Span)> _reported = [];

    /// <summary>Where loading fails; what a function would see there is not worth a second finding.</summary>
    private List<SourceSpan> _refused = [];

    public bool RunsChecks { get; init; } = true;

    public ScriptAnalysis Run(bool parses, CancellationToken cancellationToken)
    {
        var library = Binder.Bind(tree, cancellationToken);
        var models = new List<ScriptModel>();
        if (parses)
        {
            if (!LibraryNames.IsValid(tree.Shebang!.LibraryName!))
            {
                findings.BadLibraryName(tree.Shebang.Span);
            }

            LibraryGlobals.Check(library, findings);
            _refused = [.. findings.ToEquatableArray().Select(finding => finding.Span)];
            findings.FunctionLibrary(tree.Shebang.Span);
            foreach (var function in FunctionRegistrations.Find(library, findings))
            {
                if (Analyze(library, function, cancellationToken) is { } model)
                {
                    models.Add(model);
                }
            }
        }

        var (remaining, suppressions) = SuppressionComments.Apply(tree, findings);
        return new ScriptAnalysis(library, ScriptHeader.Empty)
        {
            Functions = remaining.Any(finding => finding.IsError) ? [] : models.ToEquatableArray(),
            Findings = remaining,
            TreeFindings = remaining,
            Suppressions = suppressions,
        };
    }

    private ScriptModel? Analyze(BoundScript library, FunctionRegistration function, CancellationToken cancellationToken)
    {
        var found = new FindingBag();
        var body = FunctionScript.Of(library, function);
        var script = Binder.Bind(body ?? FunctionScript.HeaderOf(tree, function), cancellationToken);
        var header = LooseReader.Read(HeaderParser.Parse(script.Tree, found), script.Tree, found);
        TypedScript? types = null;
        TypedScript Types() => types ??= body is null ? TypedScript.Unknown(script) : TypeInference.Run(script, DeclaredParameters.Of(header), cancellationToken);
        var completed = HeaderCompletion.Complete(header, script, Types, found);
        var model = ScriptModelBuilder.BuildFunction(source, script.Tree, completed, found, new FunctionModel(tree.Shebang!.LibraryName!, function.Name));
        if (body is not null && RunsChecks)
        {
            var declared = header with { LeavesKeysOpen = completed.LeavesKeysOpen, LeavesArgumentsOpen = completed.LeavesArgumentsOpen };
            ScriptCompiler.Check(script, declared, Types, options, found);
        }

        foreach (var finding in found.ToEquatableArray())
        {
            Report(finding);
        }

        return model;
    }

    private void Report(Finding finding)
    {
        if (Array.IndexOf(AdviceForScripts, finding.Rule) < 0 && !_refused.Contains(finding.Span) && _reported.Add((finding.Rule, finding.Span)))
        {
            findings.Add(finding);
        }
    }
}
