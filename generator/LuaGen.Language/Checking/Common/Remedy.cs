using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>The code to write in place of an expression: shortened for the message, and whole for a fix.</summary>
/// <param name="Shown">The code as the message shows it.</param>
/// <param name="Replacement">The edit; <see langword="null"/> if the code does not fit every place of the expression.</param>
internal readonly record struct Remedy(string Shown, Replacement? Replacement)
{
    /// <param name="tree">The script.</param>
    /// <param name="replaced">The expression that the code replaces.</param>
    /// <param name="write">Writes the code, given a function that prints the expressions that it keeps.</param>
    public static Remedy Of(SyntaxTree tree, Expression replaced, Func<Func<Expression, string>, string> write) =>
        new(write(expression => SourceExcerpt.Of(tree, expression)), Exact(tree, replaced, write));

    /// <summary>The same with the code in backquotes, for a message whose other remedies are prose.</summary>
    public static Remedy Quoted(SyntaxTree tree, Expression replaced, Func<Func<Expression, string>, string> write)
    {
        var remedy = Of(tree, replaced, write);
        return remedy with { Shown = $"`{remedy.Shown}`" };
    }

    /// <summary>The edit alone, for a place where the message shows other code.</summary>
    public static Replacement Exact(SyntaxTree tree, Expression replaced, Func<Func<Expression, string>, string> write) =>
        new(replaced.Span, write(tree.TextOf));

    /// <summary>A name in a message, without an edit.</summary>
    public static Remedy Advice(string shown) => new(shown, Replacement: null);
}
