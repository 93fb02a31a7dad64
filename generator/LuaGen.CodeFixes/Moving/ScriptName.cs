using LuaGen.Generator.CallSites;
using LuaGen.Language.Header;
using LuaGen.Language.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Names a script after the constant that held it, otherwise after the member that calls it.</summary>
internal static class ScriptName
{
    private const string Default = "Script";

    private static readonly string[] Suffixes = ["LuaScript", "Script", "Lua", "Text", "Source", "Code"];

    public static string Of(CallSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        var names = new[] { OfConstant(site.Script!), OfMember(site.Syntax, model, cancellationToken) };
        return names.FirstOrDefault(name => name.Length > 0 && HeaderText.IsName(name)) ?? Default;
    }

    /// <summary><c>ReserveScript</c>, <c>_reserveLua</c> → <c>Reserve</c>; <c>Script</c> alone gives no name.</summary>
    private static string OfConstant(ExpressionSyntax script)
    {
        var name = Identifiers.Pascal(script switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => "",
        });
        var suffix = Array.Find(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal));
        return suffix is null ? name : name.Substring(0, name.Length - suffix.Length);
    }

    private static string OfMember(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = model.GetEnclosingSymbol(call.SpanStart, cancellationToken);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        var name = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => constructor.ContainingType.Name,
            IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
            { CanBeReferencedByName: true } => symbol.Name,
            _ => "",
        };
        name = Identifiers.Pascal(name);
        return name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
    }
}
