using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.CallSites;

/// <summary>A script that is a constant in C#, with the source position of each character.</summary>
/// <param name="text">The text as it is sent.</param>
/// <param name="characters">The source position of each character.</param>
/// <param name="owner">The field or property that holds the script; <see langword="null"/> if the text is in the call or its method.</param>
internal sealed class ScriptConstant(string text, IReadOnlyList<SourceCharacter> characters, ISymbol? owner)
{
    private readonly LineMap _lines = new(text);

    public string Text { get; } = text;

    public IReadOnlyList<SourceCharacter> Characters { get; } = characters;

    /// <summary>The field or property that holds the script. Several calls may share it, and its findings are reported once.</summary>
    public ISymbol? Owner { get; } = owner;

    /// <summary>The path of the script file that the text is read from at run time; its findings are those of the file.</summary>
    public string? File { get; init; }

    /// <summary>The zero-based line of a position in the script.</summary>
    public int LineOf(int position) => _lines.GetPosition(Math.Min(position, Text.Length)).Line;

    /// <summary>Whether a position in the script maps to an exact position in C#, and not only to a whole expression.</summary>
    public bool IsExact(int position) => Characters.Count > 0 && Characters[Math.Min(position, Characters.Count - 1)].IsExact;

    /// <summary>The location in C# of a part of the script; <see langword="null"/> for an empty script, which has no positions.</summary>
    public Location? LocationOf(SourceSpan span)
    {
        if (Characters.Count == 0)
        {
            return null;
        }

        if (span.Start >= Characters.Count)
        {
            var last = Characters[Characters.Count - 1];
            return Location.Create(last.Tree, new TextSpan(last.End, 0));
        }

        // A part that begins in one file and ends in another is shown up to the end of the first file's part.
        var first = Characters[span.Start];
        var end = Math.Max(Math.Min(span.End, Characters.Count) - 1, span.Start);
        while (Characters[end].Tree != first.Tree || Characters[end].End < first.End)
        {
            end--;
        }

        return Location.Create(first.Tree, TextSpan.FromBounds(first.Start, span.IsEmpty ? first.Start : Characters[end].End));
    }
}
