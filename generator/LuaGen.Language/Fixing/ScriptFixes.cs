using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>The fix of each finding. <see cref="ScriptFixer"/> tries them before they are offered.</summary>
internal static class ScriptFixes
{
    /// <summary>
    /// The fix of a finding; <see langword="null"/> if its rule has none, or none that is sound at this place. A script that includes files
    /// has none: what is right for one script may be wrong for another with the same file.
    /// </summary>
    public static ScriptFix? Of(ScriptAnalysis analysis, Finding finding) => analysis.Composed is not null ? null
        : finding.Rule == Rule.LuaScriptForm ? LuaScriptFixes.Rewrite(analysis)
        : OfTree(analysis, analysis.InTree(finding)) is { } fix ? LuaScriptFixes.InFile(analysis, fix) : null;

    private static ScriptFix? OfTree(ScriptAnalysis analysis, Finding finding)
    {
        if (finding.Replacement is { } replacement)
        {
            return Replace(analysis.Tree, replacement, isExpression: finding.Rule.Category != RuleCategory.Syntax);
        }

        return finding.Rule.Number switch
        {
            1008 or 1010 => CharacterFixes.Of(analysis.Tree, finding),
            1009 => CharacterFixes.RaiseLevel(analysis.Tree, finding),
            2007 => analysis.Functions.Count == 0 ? HeaderFixes.Insert(analysis) : HeaderFixes.InsertAbove(analysis, finding),
            2014 => SuppressionFixes.Remove(analysis.Tree, finding),
            4008 => DeprecatedCommandFixes.Of(analysis.At(finding.Span.Start), finding),
            5001 => GlobalFixes.MakeLocal(analysis, finding),
            5005 => NumberFixes.SendText(analysis.At(finding.Span.Start), finding),
            5031 => HeaderFixes.DeclareError(analysis.At(finding.Span.Start), finding),
            _ => null,
        };
    }

    /// <summary>Replaces an expression by one expression: parentheses keep it whole where an operator around it binds more tightly.</summary>
    /// <param name="tree">The script.</param>
    /// <param name="replacement">What to write.</param>
    /// <param name="isExpression">Whether it can be an expression; the tree of a text that does not parse has some where there are none.</param>
    private static ScriptFix Replace(SyntaxTree tree, Replacement replacement, bool isExpression)
    {
        var edit = new TextEdit(replacement.Span, replacement.Text.Replace("\n", LineEnds.Of(tree.Text)));
        if (isExpression && SyntaxSearch.ExpressionAt(tree, replacement.Span) is not null)
        {
            var edited = new EditedText(tree.Text, [edit]);
            var isWhole = SyntaxSearch.ExpressionAt(LuaParser.Parse(edited.Text, new FindingBag(), CancellationToken.None), edited.NewSpanOf(edit)) is not null;
            edit = isWhole ? edit : edit with { NewText = $"({edit.NewText})" };
        }

        return new ScriptFix(TitleOf(replacement.Text), [edit]);
    }

    private static string TitleOf(string text) => string.IsNullOrWhiteSpace(text) ? "Remove it" : $"Write `{SyntaxFindings.Shorten(text.Trim().Replace("\n", " "))}`";
}
