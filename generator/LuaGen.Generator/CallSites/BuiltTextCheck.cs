using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds values of a call that become part of the script's text.</summary>
internal sealed class BuiltTextCheck
{
    private const int MaxDepth = 16;

    /// <summary>More expressions are not looked at: values that double each other would take exponential time.</summary>
    private const int MaxExpressions = 2000;

    private readonly CheckContext _context;
    private int _expressions;

    private BuiltTextCheck(CheckContext context) => _context = context;

    public static void Run(CallSite site, CheckContext context)
    {
        if (site.Script is not { } script || site.Kind is CallKind.Hash or CallKind.HashCommand or CallKind.Prepared)
        {
            return;
        }

        var check = new BuiltTextCheck(context);
        var text = SingleAssignment.Resolve(script, context.Model, context.CancellationToken);
        if (text.SyntaxTree == context.Model.SyntaxTree && new TextParts(context.Model, context.CancellationToken).Of(text) is { } parts
            && parts.FirstOrDefault(part => check.Varies(part, depth: 0)) is { } value)
        {
            context.Reporter.Report(Rule.BuiltScriptText, value.GetLocation(), Excerpt(value));
        }
    }

    /// <summary>
    /// Whether a value can differ in the next call: a parameter, a local, or a value derived from one. Ignores values that an
    /// object keeps, such as a prefix, or gets at construction, and values that are one of a few constants.
    /// </summary>
    private bool Varies(ExpressionSyntax value, int depth)
    {
        value = SingleAssignment.Resolve(value, _context.Model, _context.CancellationToken);
        if (depth > MaxDepth || ++_expressions > MaxExpressions || value.SyntaxTree != _context.Model.SyntaxTree
            || _context.Model.GetConstantValue(value, _context.CancellationToken).HasValue)
        {
            return false;
        }

        if (_context.Model.GetTypeInfo(value, _context.CancellationToken).Type is { } type && (type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean))
        {
            return false;
        }

        return value is IdentifierNameSyntax name ? Varies(name) : SourcesOf(value).Any(source => Varies(source, depth + 1));
    }

    private bool Varies(IdentifierNameSyntax name) => _context.Model.GetSymbolInfo(name, _context.CancellationToken).Symbol switch
    {
        IParameterSymbol parameter => parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor },
        ILocalSymbol { IsForEach: true } local => !IsOneOfAFew(local),
        ILocalSymbol local => !HasOnlyConstants(local),
        IRangeVariableSymbol => true,
        _ => false,
    };

    /// <summary>The values that decide an expression's value.</summary>
    private static IEnumerable<ExpressionSyntax> SourcesOf(ExpressionSyntax value) => value switch
    {
        MemberAccessExpressionSyntax access => [access.Expression],
        ElementAccessExpressionSyntax access => [access.Expression],
        ConditionalAccessExpressionSyntax access => [access.Expression],
        InvocationExpressionSyntax call => call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .Concat(call.Expression is MemberAccessExpressionSyntax access ? [access.Expression] : []),
        ConditionalExpressionSyntax choice => [choice.WhenTrue, choice.WhenFalse],
        SwitchExpressionSyntax choice => choice.Arms.Select(arm => arm.Expression),
        AwaitExpressionSyntax awaited => [awaited.Expression],
        PrefixUnaryExpressionSyntax unary => [unary.Operand],
        PostfixUnaryExpressionSyntax unary => [unary.Operand],
        CheckedExpressionSyntax inner => [inner.Expression],
        BinaryExpressionSyntax binary when !binary.IsKind(SyntaxKind.AddExpression) => [binary.Left, binary.Right],
        _ => TextParts.OfComposition(value) ?? [],
    };

    /// <summary><c>var command = "INCR"; if (down) command = "DECR";</c></summary>
    private bool HasOnlyConstants(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(_context.CancellationToken) is not VariableDeclaratorSyntax declarator
            || declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } scope)
        {
            return false;
        }

        var values = NamesInFile.Of(declarator.SyntaxTree, _context.CancellationToken).To(local.Name)
            .Where(write => scope.Span.Contains(write.Span))
            .Select(write => NamesInFile.ValueOf(write));
        return values.Concat(declarator.Initializer is { Value: var initial } ? [initial] : [])
            .All(assigned => assigned is not null && _context.Model.GetConstantValue(assigned, _context.CancellationToken).HasValue);
    }

    /// <summary><c>foreach (var command in new[] { "INCR", "DECR" })</c></summary>
    private bool IsOneOfAFew(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declaration]
        && declaration.GetSyntax(_context.CancellationToken) is ForEachStatementSyntax loop
        && SingleAssignment.Resolve(loop.Expression, _context.Model, _context.CancellationToken) is var list
        && list.SyntaxTree == _context.Model.SyntaxTree
        && PassedLists.ElementsOf(list) is { } elements
        && elements.All(element => _context.Model.GetConstantValue(element, _context.CancellationToken).HasValue);

    private static string Excerpt(ExpressionSyntax value)
    {
        const int MaxLength = 40;
        var text = value.ToString().Replace("\r", "").Replace('\n', ' ');
        return text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + "…";
    }
}
