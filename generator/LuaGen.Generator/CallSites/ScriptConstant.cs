using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.CallSites;

/// <summary>A script whose text stands in C#, with the place of each of its characters there.</summary>
/// <param name="text">The text as it is sent.</param>
/// <param name="characters">Where each of its characters is written.</param>
/// <param name="owner">The field or property that holds it; <see langword="null"/> when it is written in the call or its method.</param>
internal sealed class ScriptConstant(string text, IReadOnlyList<SourceCharacter> characters, ISymbol? owner)
{
    private readonly LineMap _lines = new(text);

    public string Text { get; } = text;

    public IReadOnlyList<SourceCharacter> Characters { get; } = characters;

    /// <summary>Other calls may use the same one, and what is wrong with its script is said once.</summary>
    public ISymbol? Owner { get; } = owner;

    /// <summary>The line of a place in the script, from 0.</summary>
    public int LineOf(int position) => _lines.GetPosition(Math.Min(position, Text.Length)).Line;

    /// <summary>Whether a place in the script is a place in C#, and not just somewhere in an expression.</summary>
    public bool IsExact(int position) => Characters.Count > 0 && Characters[Math.Min(position, Characters.Count - 1)].IsExact;

    /// <summary>Where a part of the script is written in C#; <see langword="null"/> of an empty one, which has no places.</summary>
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

        // A part that begins in one file and ends in another is shown as far as the first goes.
        var first = Characters[span.Start];
        var end = Math.Max(Math.Min(span.End, Characters.Count) - 1, span.Start);
        while (Characters[end].Tree != first.Tree || Characters[end].End < first.End)
        {
            end--;
        }

        return Location.Create(first.Tree, TextSpan.FromBounds(first.Start, span.IsEmpty ? first.Start : Characters[end].End));
    }
}
