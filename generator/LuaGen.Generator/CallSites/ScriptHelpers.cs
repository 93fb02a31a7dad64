using LuaGen.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// The project's own methods that send a parameter as a script: <c>Run(string script, RedisKey key) => db.ScriptEvaluate(script,
/// [key])</c>. They are found by syntax, once for a compilation, and checked by symbol at their calls.
/// </summary>
internal sealed class ScriptHelpers
{
    private const string Sender = "ScriptEvaluate";

    private readonly Dictionary<string, List<Helper>> _helpers = new(StringComparer.Ordinal);

    private ScriptHelpers()
    {
    }

    public static ScriptHelpers Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var helpers = new ScriptHelpers();
        foreach (var tree in compilation.SyntaxTrees)
        {
            helpers.AddFrom(tree, cancellationToken);
        }

        return helpers;
    }

    /// <summary>Whether a call may be one of such a method. Needs no semantic model.</summary>
    public bool MayBe(InvocationExpressionSyntax call) => _helpers.Count > 0 && CallSiteFinder.NameOf(call) is { } name && _helpers.ContainsKey(name);

    public CallSite? Find(InvocationExpressionSyntax call, SemanticModel model, RedisClient client, ScriptFiles? files, CancellationToken cancellationToken)
    {
        if (CallSiteFinder.NameOf(call) is not { } name || !_helpers.TryGetValue(name, out var candidates)
            || model.GetOperation(call, cancellationToken) is not IInvocationOperation invocation)
        {
            return null;
        }

        foreach (var helper in candidates)
        {
            var inner = SingleAssignment.ModelOf(helper.Declaration, model);
            if (inner.GetDeclaredSymbol(helper.Declaration, cancellationToken) is IMethodSymbol method && IsCallOf(invocation.TargetMethod.OriginalDefinition, method)
                && CallSite.Find(helper.Call, inner, client, cancellationToken) is { Kind: CallKind.Text, Constant: null, Script: { } sent } site
                && ArgumentFor(sent, invocation, inner, cancellationToken) is { Value.Syntax: ExpressionSyntax script }
                && ConstantReader.Read(script, model, files, cancellationToken) is { } constant)
            {
                return new CallSite(call, invocation, CallKind.Helper, script, constant, Passed(ParameterTable.Keys), Passed(ParameterTable.Argv))
                {
                    IsReadOnly = site.IsReadOnly,
                    RefusesWrites = site.RefusesWrites,
                    Helper = site.Method.Name,
                };

                PassedList Passed(ParameterTable table)
                {
                    var passed = site.ListOf(table) is { ArgumentKind: ArgumentKind.Explicit, Value.Syntax: ExpressionSyntax list } ? ArgumentFor(list, invocation, inner, cancellationToken) : null;
                    return passed is null ? new PassedList(site.Passed(table).Count, Location: null) : new PassedLists(model, cancellationToken).Of(passed);
                }
            }
        }

        return null;
    }

    /// <summary>The argument of a call for the helper's parameter that an expression in the helper names.</summary>
    private static IArgumentOperation? ArgumentFor(ExpressionSyntax expression, IInvocationOperation call, SemanticModel inner, CancellationToken cancellationToken) =>
        SingleAssignment.Unwrap(expression) is IdentifierNameSyntax name
        && inner.GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol { RefKind: RefKind.None, IsThis: false } parameter
        && !NamesInFile.Of(name.SyntaxTree, cancellationToken).To(parameter.Name).Any(write => IsIn(parameter, write, cancellationToken))
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)
            : null;

    private static bool IsIn(IParameterSymbol parameter, SyntaxNode write, CancellationToken cancellationToken) =>
        parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken).Span.Contains(write.Span));

    /// <summary>Whether a call of one method runs the other: the same, an override, or an implementation.</summary>
    private static bool IsCallOf(IMethodSymbol called, IMethodSymbol helper)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        for (var method = helper; method is not null; method = method.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, called))
            {
                return true;
            }
        }

        return called.ContainingType?.TypeKind == TypeKind.Interface
            && helper.ContainingType?.FindImplementationForInterfaceMember(called) is { } implementation
            && SymbolEqualityComparer.Default.Equals(implementation, helper);
    }

    /// <summary>Searches the text, because most files send no script.</summary>
    private void AddFrom(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        for (var i = text.IndexOf(Sender, StringComparison.Ordinal); i >= 0; i = text.IndexOf(Sender, i + Sender.Length, StringComparison.Ordinal))
        {
            if (tree.GetRoot(cancellationToken).FindToken(i).Parent is SimpleNameSyntax name && CallOf(name) is { } call && CallSiteFinder.MayBe(call)
                && CallSiteFinder.ScriptOf(call) is { } script && SingleAssignment.Unwrap(script) is IdentifierNameSyntax parameter && MethodOf(parameter) is { } method)
            {
                Add(NameOf(method), new Helper(method, call));
            }
        }
    }

    private void Add(string name, Helper helper)
    {
        if (!_helpers.TryGetValue(name, out var known))
        {
            _helpers.Add(name, known = []);
        }

        known.Add(helper);
    }

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) => (name.Parent as MemberAccessExpressionSyntax ?? (SyntaxNode?)(name.Parent as MemberBindingExpressionSyntax))?.Parent as InvocationExpressionSyntax;

    /// <summary>The method or local function that has a parameter of that name.</summary>
    private static SyntaxNode? MethodOf(IdentifierNameSyntax script) =>
        script.Ancestors().FirstOrDefault(node => ParametersOf(node) is { } parameters && parameters.Parameters.Any(parameter => parameter.Identifier.ValueText == script.Identifier.ValueText));

    private static ParameterListSyntax? ParametersOf(SyntaxNode node) => (node as MethodDeclarationSyntax)?.ParameterList ?? (node as LocalFunctionStatementSyntax)?.ParameterList;

    private static string NameOf(SyntaxNode method) => method is MethodDeclarationSyntax declaration ? declaration.Identifier.ValueText : ((LocalFunctionStatementSyntax)method).Identifier.ValueText;

    /// <summary>A method, and the call in it that sends the script.</summary>
    private sealed record Helper(SyntaxNode Declaration, InvocationExpressionSyntax Call);
}
