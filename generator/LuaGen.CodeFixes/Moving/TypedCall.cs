using LuaGen.Generator.CallSites;
using LuaGen.Generator.Emit;
using LuaGen.Language.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Writes the typed call that replaces another call.</summary>
internal sealed class TypedCall(ScriptModel script, IReadOnlyList<PassedArgument> passed, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxLine = 140;

    public string Print(CallSite site, ExpressionSyntax database, ReplyUse use)
    {
        var method = CSharpNames.Escape(script.Name + (site.Method.Name.EndsWith("Async", StringComparison.Ordinal) ? "Async" : ""));
        var head = $"{use.Await}new {ClassName(site.Syntax.SpanStart)}({database}).{method}(";
        var arguments = Arguments(site).ToList();
        var call = head + string.Join(", ", arguments) + ")";
        var indentation = Indentation.Of(use.Node);
        if (arguments.Count > 1 && (indentation.Length + call.Length > MaxLine || call.IndexOf('\n') >= 0))
        {
            call = head + "\n" + indentation + "    " + string.Join(",\n" + indentation + "    ", arguments) + ")";
        }

        call += use.Chain;
        return use.Suffix switch
        {
            "" => use.Node.Parent is InterpolationSyntax && call.IndexOf("::", StringComparison.Ordinal) >= 0 ? $"({call})" : call,
            "!" => use.Await.Length > 0 ? $"({call})!" : call + "!",
            _ => StandsAlone(use.Node) ? call + use.Suffix : $"({call}{use.Suffix})",
        };
    }

    /// <summary>The arguments in order: keys, values, flags. An argument that does not show its meaning is passed by name.</summary>
    private IEnumerable<string> Arguments(CallSite site)
    {
        // Lists come after single arguments; PassedArguments has ensured that this order of evaluation makes no difference.
        foreach (var (argument, parameter) in passed.OrderBy(argument => argument.IsRest).Zip(script.Parameters, (argument, parameter) => (argument, parameter)))
        {
            yield return argument.IsLiteral ? $"{CSharpNames.Escape(parameter.Name)}: {argument.Code}" : argument.Code;
        }

        var flags = site.Invocation.ArgumentOf("flags");
        if (flags is { ArgumentKind: ArgumentKind.Explicit })
        {
            yield return passed.Any(argument => argument.IsRest) || IsNamed(flags.Syntax) ? $"{CSharpNames.Escape(script.Names.Flags)}: {flags.Value.Syntax}" : flags.Value.Syntax.ToString();
        }
    }

    /// <summary>Whether no operator is adjacent, so that a replacement with an operator needs no parentheses.</summary>
    private static bool StandsAlone(SyntaxNode node) =>
        node.Parent is EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax;

    private static bool IsNamed(SyntaxNode argument) => argument is ArgumentSyntax { NameColon: not null };

    /// <summary>The class's name, qualified as far as the position requires.</summary>
    private string ClassName(int position)
    {
        var (@namespace, name) = (script.Class.Namespace, CSharpNames.EscapeType(script.Class.Name));
        var isTaken = model.LookupNamespacesAndTypes(position, name: script.Class.Name).Any(symbol => symbol.ContainingNamespace?.ToDisplayString() != @namespace);
        if (!isTaken && IsInScope(@namespace, position))
        {
            return name;
        }

        var first = @namespace.Split('.')[0];
        var isClear = @namespace.Length > 0 && model.LookupNamespacesAndTypes(position, name: first).All(symbol => symbol is INamespaceSymbol space && space.ToDisplayString() == first);
        return (isClear ? "" : "global::") + (@namespace.Length > 0 ? CSharpNames.Namespace(@namespace) + "." : "") + name;
    }

    private bool IsInScope(string @namespace, int position)
    {
        if (@namespace.Length == 0)
        {
            return true;
        }

        var here = model.GetEnclosingSymbol(position, cancellationToken)?.ContainingNamespace?.ToDisplayString() ?? "";
        return here == @namespace || here.StartsWith(@namespace + ".", StringComparison.Ordinal)
            || model.GetImportScopes(position, cancellationToken).SelectMany(scope => scope.Imports)
                .Any(import => import.NamespaceOrType is INamespaceSymbol space && space.ToDisplayString() == @namespace);
    }
}
