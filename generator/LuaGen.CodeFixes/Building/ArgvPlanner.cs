using System.Globalization;
using LuaGen.CodeFixes.Passing;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Building;

/// <summary>Turns the values that are built into a script's text into arguments, if each is a complete Lua value.</summary>
internal sealed class ArgvPlanner(SemanticModel model, CancellationToken cancellationToken)
{
    /// <param name="site">The call.</param>
    /// <param name="reported">The value that must be among them.</param>
    public IReadOnlyList<TextChange>? Plan(CallSite site, TextSpan reported)
    {
        if (site is not { Kind: CallKind.Text, Constant: null, Values.Count: { } passed } || TextOf(site) is not { } expression || BuiltText.Of(expression) is not { } built)
        {
            return null;
        }

        var (changes, arguments, lua, isReported) = (new List<TextChange>(), new List<string>(), built.Text, false);
        for (var i = 0; i < built.Values.Count; i++)
        {
            var argv = $"ARGV[{(passed + arguments.Count + 1).ToString(CultureInfo.InvariantCulture)}]";
            if (built.TokenOf(i) is var (token, isQuoted) && CodeOf(built.Values[i], isQuoted) is { } code
                && built.Replace(i, token, isQuoted, isQuoted ? argv : $"tonumber({argv})") is { } change)
            {
                lua = lua.Replace(built.Text.Substring(token.Start, token.Length), isQuoted ? argv : $"tonumber({argv})");
                changes.Add(change);
                arguments.Add(code);
                isReported |= built.Values[i].Span == reported;
            }
        }

        if (!isReported || !TakesMore(lua) || ListEdit.Append(site, "values", TypeName(site), arguments) is not { } list)
        {
            return null;
        }

        changes.Add(list);
        if (arguments.Count == built.Values.Count && expression is InterpolatedStringExpressionSyntax interpolated && !HasBraces(interpolated))
        {
            var start = interpolated.StringStartToken;
            changes.Add(new TextChange(start.Span, start.Text.Replace("$", "")));
        }

        return [.. changes.OrderBy(change => change.Span.Start)];
    }

    /// <summary>The expression that builds the text: in the call, or in the statement directly before it, so that no value changes in between.</summary>
    private ExpressionSyntax? TextOf(CallSite site)
    {
        if (site.Script is not IdentifierNameSyntax name)
        {
            return site.Script;
        }

        var value = SingleAssignment.Resolve(name, model, cancellationToken);
        var declaration = value.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();
        var call = site.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        return declaration is { Declaration.Variables.Count: 1, Parent: BlockSyntax block } && call?.Parent == block
            && block.Statements.IndexOf(call) == block.Statements.IndexOf(declaration) + 1
            && block.DescendantNodes().OfType<IdentifierNameSyntax>().Count(use => use.Identifier.ValueText == name.Identifier.ValueText) == 1
            ? value
            : null;
    }

    /// <summary>The expression to pass so that the script receives the same value; <see langword="null"/> if there is none.</summary>
    private string? CodeOf(ExpressionSyntax value, bool isQuoted)
    {
        var type = model.GetTypeInfo(value, cancellationToken);
        if (model.GetConstantValue(value, cancellationToken).HasValue || type.Type is not { } known || known.TypeKind == TypeKind.Error)
        {
            return null;
        }

        var isWhole = known.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;
        var isFormatted = value.Parent is InterpolationSyntax { AlignmentClause: not null } or InterpolationSyntax { FormatClause: not null };
        if (!isQuoted)
        {
            return !isFormatted && (isWhole || known.SpecialType is SpecialType.System_Double or SpecialType.System_Single) ? value.ToString() : null;
        }

        var isText = known.SpecialType == SpecialType.System_String && type.Nullability.FlowState != NullableFlowState.MaybeNull;
        return isFormatted ? null : isWhole || isText ? value.ToString() : $"$\"{{{(IsSimple(value) ? value.ToString() : $"({value})")}}}\"";
    }

    private static bool IsSimple(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax;

    private static bool HasBraces(InterpolatedStringExpressionSyntax interpolated) =>
        interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Any(text => text.TextToken.Text.IndexOfAny(['{', '}']) >= 0);

    /// <summary>Whether the script compiles and does not use the number of its arguments.</summary>
    private bool TakesMore(string lua)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(lua, findings, cancellationToken);
        return !findings.HasErrors && !lua.Contains("#ARGV") && !Binder.Bind(tree, cancellationToken).Uses.IsOpen(ParameterTable.Argv);
    }

    private string TypeName(CallSite site) =>
        model.Compilation.GetTypeByMetadataName("StackExchange.Redis.RedisValue")!.ToMinimalDisplayString(model, site.Syntax.SpanStart);
}
