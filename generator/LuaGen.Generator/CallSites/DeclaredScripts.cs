using LuaGen.Language.Library;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds declarations that may hold a script, by syntax alone, because most of a project's declarations do not.</summary>
internal static class DeclaredScripts
{
    private static readonly string[] Words = ["return", .. LuaLibrary.RedisGlobals];

    public static IEnumerable<SyntaxNode> In(SyntaxNode declaration) => declaration switch
    {
        FieldDeclarationSyntax field when IsText(field.Declaration.Type) && field.Modifiers.Any(modifier => modifier.RawKind is (int)SyntaxKind.ConstKeyword or (int)SyntaxKind.ReadOnlyKeyword or (int)SyntaxKind.StaticKeyword) =>
            field.Declaration.Variables.Where(variable => MayBeScript(variable.Initializer?.Value)),
        PropertyDeclarationSyntax property when IsText(property.Type) && MayBeScript(property.ExpressionBody?.Expression ?? property.Initializer?.Value) => [property],
        _ => [],
    };

    /// <summary>Whether the declaration of a field or property is checked; declarations of locals are not.</summary>
    public static bool IsOne(SyntaxNode declared) =>
        (declared as PropertyDeclarationSyntax ?? declared.Parent?.Parent) is { } declaration && In(declaration).Contains(declared);

    private static bool IsText(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } || type.ToString() is "String" or "System.String";

    /// <summary>A script without any of these words does nothing. A composed text may have them in another part.</summary>
    private static bool MayBeScript(ExpressionSyntax? value) => value switch
    {
        null => false,
        LiteralExpressionSyntax literal => literal.Token.Value is string text && Array.Exists(Words, word => text.IndexOf(word, StringComparison.Ordinal) >= 0),
        _ => true,
    };
}
