using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Editing;

/// <summary>The form of a local function, with the places of its parameters.</summary>
/// <param name="Text">The form: <c>acquire(key, owner, ...)</c>.</param>
/// <param name="Parts">The places of the parameters in the text.</param>
/// <param name="IsVararg">Whether the last parameter takes all further arguments.</param>
/// <param name="Function">The function.</param>
internal sealed record LocalSignature(string Text, IReadOnlyList<SourceSpan> Parts, bool IsVararg, LocalSymbol Function)
{
    public static LocalSignature Of(LocalSymbol symbol, FunctionBody function)
    {
        var text = new System.Text.StringBuilder(symbol.Name).Append('(');
        var parts = new List<SourceSpan>();
        foreach (var name in function.Parameters.Select(parameter => parameter.Name).Concat(function.IsVararg ? ["..."] : []))
        {
            text.Append(parts.Count > 0 ? ", " : "");
            parts.Add(new SourceSpan(text.Length, name.Length));
            text.Append(name);
        }

        return new LocalSignature(text.Append(')').ToString(), parts, function.IsVararg, symbol);
    }

    /// <summary>The local function that a call runs; <see langword="null"/> if it runs another one, or an unknown one.</summary>
    public static LocalSignature? Of(ScriptAnalysis analysis, CallFrame frame) =>
        frame.Callee is [var name]
        && VisibleLocals.At(analysis.Script, frame.Start).FirstOrDefault(symbol => symbol.Name == name) is { } called
        && LocalDeclaration.Of(analysis.Script, called).Function is { } function
            ? Of(called, function)
            : null;

    /// <summary>The index of the parameter that takes an argument; after the last one, the number of parameters.</summary>
    public int ParameterAt(int argument) => Math.Min(argument, IsVararg ? Parts.Count - 1 : Parts.Count);
}
