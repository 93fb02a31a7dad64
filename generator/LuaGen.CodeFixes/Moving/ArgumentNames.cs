using LuaGen.Language.Header;
using LuaGen.Language.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Derives a name from the expression that is passed: <c>$"stock:{id}"</c> gives <c>stock</c>, <c>order.Id</c> gives <c>orderId</c>.</summary>
internal static class ArgumentNames
{
    /// <summary>Names that only mean "key" or "value".</summary>
    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase)
    {
        "key", "keys", "k", "redisKey", "value", "values", "v", "val", "redisValue", "arg", "args", "argv", "argument", "name", "item", "x", "i", "s", "text", "data",
    };

    /// <summary>Members whose name means little without the name of the object.</summary>
    private static readonly HashSet<string> OfOwner = new(StringComparer.Ordinal) { "Id", "Key", "Name", "Count", "Length", "Type", "Version" };

    private static readonly string[] Verbs = ["Get", "Make", "Build", "Create", "Format", "For", "To"];

    /// <summary>The maximum number of words in a name.</summary>
    private const int MaxWords = 3;

    /// <param name="expression">The passed expression.</param>
    /// <param name="isKey">Whether it is a key, whose text can give a name; the text of a value is only its value.</param>
    /// <param name="own">The script's own names for it, the best first: its local, what a command calls the argument.</param>
    /// <param name="fallback">The name if nothing else gives one.</param>
    public static string Of(ExpressionSyntax? expression, bool isKey, IReadOnlyList<string?> own, string fallback)
    {
        var names = own.Prepend(expression is null ? null : Of(expression, isKey))
            .Select(name => Identifiers.Camel(name ?? ""))
            .Where(name => name.Length > 0 && HeaderText.IsName(name) && name != "nameof")
            .ToList();
        return names.Find(name => !Vague.Contains(name)) ?? names.FirstOrDefault() ?? fallback;
    }

    private static string? Of(ExpressionSyntax expression, bool isKey) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression, isKey),
        CastExpressionSyntax cast => Of(cast.Expression, isKey),
        AwaitExpressionSyntax awaited => Of(awaited.Expression, isKey),
        PostfixUnaryExpressionSyntax postfix => Of(postfix.Operand, isKey),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => OfMember(access, isKey),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding, Expression: var owner } =>
            OfOwner.Contains(binding.Name.Identifier.ValueText) || binding.Name.Identifier.ValueText == "Ticks" ? Of(owner, isKey) is { } name ? $"{name}_{binding.Name}" : binding.Name.ToString() : binding.Name.ToString(),
        ConditionalAccessExpressionSyntax access => Of(access.Expression, isKey),
        PrefixUnaryExpressionSyntax unary => Of(unary.Operand, isKey),
        ConditionalExpressionSyntax choice => Of(choice.Condition, isKey),
        InvocationExpressionSyntax call => OfCall(call, isKey),
        LiteralExpressionSyntax literal when isKey && literal.IsKind(SyntaxKind.StringLiteralExpression) => OfTexts([literal.Token.ValueText]),
        InterpolatedStringExpressionSyntax interpolated when isKey => OfTexts(interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Select(text => text.TextToken.ValueText))
            ?? interpolated.Contents.OfType<InterpolationSyntax>().Select(hole => Of(hole.Expression, isKey)).FirstOrDefault(),
        InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax hole] } => Of(hole.Expression, isKey),
        BinaryExpressionSyntax sum when isKey && sum.IsKind(SyntaxKind.AddExpression) => OfTexts(Literals(sum)) ?? Of(sum.Right, isKey),
        BinaryExpressionSyntax choice when choice.IsKind(SyntaxKind.CoalesceExpression) => Of(choice.Left, isKey),
        ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }, ..] } => Of(inner, isKey),
        _ => null,
    };

    private static string? OfMember(MemberAccessExpressionSyntax access, bool isKey)
    {
        var name = access.Name.Identifier.ValueText;
        return name switch
        {
            "Value" => Of(access.Expression, isKey) ?? name,
            "TotalSeconds" => Of(access.Expression, isKey) + "Seconds",
            "TotalMilliseconds" => Of(access.Expression, isKey) + "Milliseconds",
            _ when OfOwner.Contains(name) && access.Expression is not ThisExpressionSyntax => Of(access.Expression, isKey) is { } owner ? $"{owner}_{name}" : name,
            _ => name,
        };
    }

    private static string? OfCall(InvocationExpressionSyntax call, bool isKey)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "ToUnixTimeSeconds" or "ToUnixTimeMilliseconds" or "ToByteArray" or "Append" or "Prepend" or "Trim" } access)
        {
            return Of(access.Expression, isKey);
        }

        var name = (call.Expression as SimpleNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;
        var verb = name is null ? null : Array.Find(Verbs, verb => name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(name[verb.Length]));
        var noun = verb is null ? name : name!.Substring(verb.Length);
        return noun is not null && noun.Length > 3 && noun.EndsWith("For", StringComparison.Ordinal) ? noun.Substring(0, noun.Length - 3) : noun;
    }

    private static string? OfTexts(IEnumerable<string> texts)
    {
        var words = texts
            .SelectMany(text => text.Split([':', '{', '}', '/', '.', '-', '_', ' ', '|', '#'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => char.IsLetter(word[0]) && HeaderText.IsName(word))
            .ToList();
        return words.Count is > 0 and <= MaxWords ? string.Join("_", words) : null;
    }

    private static IEnumerable<string> Literals(BinaryExpressionSyntax sum) =>
        sum.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => literal.Token.Value is string).Select(literal => literal.Token.ValueText);
}
