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

    /// <summary>Prefixes of static fields, thread-static fields and members, by common conventions.</summary>
    private static readonly string[] Prefixes = ["s_", "t_", "m_"];

    /// <summary>Names that only say what was done with the script.</summary>
    private static readonly string[] Vague = ["Prepared", "Loaded"];

    /// <param name="script">The text as written.</param>
    /// <param name="holder">The local or member that holds the prepared script.</param>
    /// <param name="call">The call.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static string Of(ExpressionSyntax script, ISymbol? holder, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var names = new[] { OfConstant(script), OfHolder(holder?.Name ?? ""), OfMember(call, model, cancellationToken) };
        return names.FirstOrDefault(name => name.Length > 0 && HeaderText.IsName(name)) ?? Default;
    }

    private static string OfConstant(ExpressionSyntax script) => OfHolder(script switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } => key,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var key } }] } => key,
        _ => "",
    });

    /// <summary><c>ReserveScript</c>, <c>_reserveLua</c>, <c>s_reserve</c> → <c>Reserve</c>; <c>Script</c> alone gives no name.</summary>
    private static string OfHolder(string name)
    {
        var prefix = Array.Find(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        name = Identifiers.Pascal(name.Substring(prefix.Length));
        var suffix = Array.Find(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal)) ?? "";
        name = name.Substring(0, name.Length - suffix.Length);
        return Vague.Contains(name) ? "" : name;
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
