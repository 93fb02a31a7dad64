using LuaGen.CodeFixes.Passing;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Building;

/// <summary>Turns the values that are built into a script's text into arguments, if each is a complete Lua value.</summary>
internal sealed class ArgvPlanner(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    /// <param name="site">The call.</param>
    /// <param name="reported">The value that must be among them.</param>
    public IReadOnlyList<TextChange>? Plan(CallSite site, TextSpan reported)
    {
        if (site is not { Kind: CallKind.Text, Constant: null, Keys.Count: { } passedKeys, Values.Count: { } passedValues }
            || TextOf(site) is not { } expression || BuiltText.Of(expression) is not { } built)
        {
            return null;
        }

        var (changes, keys, values, lua, isReported) = (new List<TextChange>(), new List<string>(), new List<string>(), built.Text, false);
        var keySpans = KeySpans(built.Text);
        for (var i = 0; i < built.Values.Count; i++)
        {
            if (built.TokenOf(i) is not var (token, isQuoted) || CodeOf(built.Values[i], isQuoted, keySpans.Contains((token.Start, token.Length))) is not { } code)
            {
                continue;
            }

            var isKey = keySpans.Contains((token.Start, token.Length));
            var element = isKey ? ParameterTable.Keys.Element(passedKeys + keys.Count + 1) : ParameterTable.Argv.Element(passedValues + values.Count + 1);
            var read = isQuoted || isKey ? element : $"tonumber({element})";
            if (built.Replace(i, token, isQuoted, read) is { } change)
            {
                lua = lua.Replace(built.Text.Substring(token.Start, token.Length), read);
                changes.Add(change);
                (isKey ? keys : values).Add(code);
                isReported |= built.Values[i].Span == reported;
            }
        }

        if (!isReported || !TakesMore(lua, ParameterTable.Argv, "#ARGV", values.Count) || !TakesMore(lua, ParameterTable.Keys, "#KEYS", keys.Count)
            || !TryAppend(site, ParameterTable.Keys, keys, changes) || !TryAppend(site, ParameterTable.Argv, values, changes))
        {
            return null;
        }

        if (keys.Count + values.Count == built.Values.Count && expression is InterpolatedStringExpressionSyntax interpolated && !HasBraces(interpolated))
        {
            var start = interpolated.StringStartToken;
            changes.Add(new TextChange(start.Span, start.Text.Replace("$", "")));
        }

        return [.. changes.OrderBy(change => change.Span.Start)];
    }

    private bool TryAppend(CallSite site, ParameterTable table, List<string> elements, List<TextChange> changes)
    {
        if (elements.Count == 0)
        {
            return true;
        }

        if (client.TypeOf(table) is not { } type || ListEdit.Append(site, table, type, elements, model) is not { } list)
        {
            return false;
        }

        changes.Add(list);
        return true;
    }

    /// <summary>The values that a command takes as a key.</summary>
    private HashSet<(int Start, int Length)> KeySpans(string lua)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(lua, findings, cancellationToken);
        return findings.HasErrors
            ? []
            : [.. KeyUses.Of(TypeInference.Run(Binder.Bind(tree, cancellationToken), DeclaredParameters.None, cancellationToken)).Select(use => (use.Expression.Span.Start, use.Expression.Span.Length))];
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
            && (block.Statements.IndexOf(call) == block.Statements.IndexOf(declaration) + 1 || IsUnchanged(value, declaration, call))
            && block.DescendantNodes().OfType<IdentifierNameSyntax>().Count(use => use.Identifier.ValueText == name.Identifier.ValueText) == 1
            ? value
            : null;
    }

    /// <summary>Whether the values are locals and parameters that nothing between the two statements writes.</summary>
    private bool IsUnchanged(ExpressionSyntax text, StatementSyntax declaration, StatementSyntax call)
    {
        var between = TextSpan.FromBounds(declaration.Span.End, call.SpanStart);
        return declaration.Span.End <= call.SpanStart && TextParts.OfComposition(text)?.All(part => part is LiteralExpressionSyntax || (part is IdentifierNameSyntax name
            && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol
            && !NamesInFile.Of(name.SyntaxTree, cancellationToken).To(name.Identifier.ValueText).Any(write => between.Contains(write.Span)))) == true;
    }

    /// <summary>The expression to pass so that the script receives the same value; <see langword="null"/> if there is none.</summary>
    private string? CodeOf(ExpressionSyntax value, bool isQuoted, bool isKey)
    {
        var type = model.GetTypeInfo(value, cancellationToken);
        if (model.GetConstantValue(value, cancellationToken).HasValue || type.Type is not { } known || known.TypeKind == TypeKind.Error)
        {
            return null;
        }

        var isWhole = known.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;
        var isFormatted = value.Parent is InterpolationSyntax { AlignmentClause: not null } or InterpolationSyntax { FormatClause: not null };
        if (isKey && !isFormatted && client.IsKey(known))
        {
            return value.ToString();
        }

        if (!isQuoted)
        {
            return !isFormatted && (isWhole || known.SpecialType is SpecialType.System_Double or SpecialType.System_Single) ? value.ToString() : null;
        }

        var isText = known.SpecialType == SpecialType.System_String && type.Nullability.FlowState != NullableFlowState.MaybeNull;
        return isFormatted ? null : (isWhole && !isKey) || isText ? value.ToString() : $"$\"{{{(IsSimple(value) ? value.ToString() : $"({value})")}}}\"";
    }

    private static bool IsSimple(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax;

    private static bool HasBraces(InterpolatedStringExpressionSyntax interpolated) =>
        interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Any(text => text.TextToken.Text.IndexOfAny(['{', '}']) >= 0);

    /// <summary>Whether the script compiles and does not use the number of its arguments.</summary>
    private bool TakesMore(string lua, ParameterTable table, string count, int added)
    {
        if (added == 0)
        {
            return true;
        }

        var findings = new FindingBag();
        var tree = LuaParser.Parse(lua, findings, cancellationToken);
        return !findings.HasErrors && !lua.Contains(count) && !Binder.Bind(tree, cancellationToken).Uses.IsOpen(table);
    }
}
