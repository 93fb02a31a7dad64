using System.Collections.Immutable;
using LuaGen.Generator.Hosting;
using LuaGen.Generator.Reporting;
using LuaGen.Language.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Checks the scripts that C# sends as strings, and the calls that send them. One analyzer does all of it, because
/// finding the calls and reading their scripts is the expensive part.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfCallSites.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (RedisClient.Of(context.Compilation) is not { } client)
        {
            return;
        }

        // A package's analyzers also reach the projects that reference a project with the package. Those did not ask for checks.
        var project = ProjectOptions.From(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (!project.IsDirectReference)
        {
            return;
        }

        var compilation = context.Compilation;
        var helpers = new Lazy<ScriptHelpers>(() => ScriptHelpers.Of(compilation, CancellationToken.None));
        var scripts = new ScriptTexts(project, new ScriptFiles(context.Options, project), helpers);
        context.RegisterSyntaxNodeAction(node => AnalyzeCall(node, client, scripts), SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(node => AnalyzeDeclaration(node, client, scripts), SyntaxKind.FieldDeclaration, SyntaxKind.PropertyDeclaration);
        if (!scripts.Files.IsEmpty)
        {
            context.RegisterSyntaxNodeAction(
                node => LargeScriptInBatchCheck.Run((BaseObjectCreationExpressionSyntax)node.Node, In(node, client, scripts)),
                SyntaxKind.ObjectCreationExpression,
                SyntaxKind.ImplicitObjectCreationExpression);
        }

        context.RegisterCompilationEndAction(end => scripts.ReportElsewhere(end.ReportDiagnostic, end.CancellationToken));
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, RedisClient client, ScriptTexts scripts)
    {
        if (scripts.Find((InvocationExpressionSyntax)context.Node, context.SemanticModel, client, context.CancellationToken) is { } site)
        {
            CallSiteChecks.Run(site, In(context, client, scripts));
        }
    }

    private static void AnalyzeDeclaration(SyntaxNodeAnalysisContext context, RedisClient client, ScriptTexts scripts)
    {
        foreach (var declaration in DeclaredScripts.In(context.Node))
        {
            if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { } declared)
            {
                CallSiteChecks.RunDeclaration(declared, In(context, client, scripts));
            }
        }
    }

    private static CheckContext In(SyntaxNodeAnalysisContext context, RedisClient client, ScriptTexts scripts) =>
        new(context.SemanticModel, client, scripts, new CallSiteReporter(scripts.Project.InfoAsWarning, context.ReportDiagnostic), context.CancellationToken);
}
