using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Tests.Rules;

/// <summary>A script with the places in it where a finding is expected, written as <c>⟦…⟧</c>.</summary>
internal sealed record Marked(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static Marked Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<TextSpan>();
        var open = -1;
        foreach (var c in marked)
        {
            switch (c)
            {
                case '⟦':
                    open = text.Length;
                    break;
                case '⟧':
                    spans.Add(TextSpan.FromBounds(open, text.Length));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return new Marked(text.ToString(), spans);
    }
}
