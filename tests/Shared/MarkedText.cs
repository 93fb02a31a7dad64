using System.Text;
using LuaGen.Language.Text;

namespace LuaGen.TestSupport;

/// <summary>A text with marked places, written as <c>[|…|]</c>, which may be nested.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Spans">The marked places, ordered by their ends.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<SourceSpan> Spans)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<SourceSpan>();
        var starts = new Stack<int>();
        for (var i = 0; i < marked.Length; i++)
        {
            // "[|]" closes a mark whose content ends with a bracket: [|[[|] marks "[[".
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0 && string.CompareOrdinal(marked, i, "[|]", 0, 3) != 0)
            {
                starts.Push(text.Length);
                i++;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0)
            {
                spans.Add(SourceSpan.FromBounds(starts.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        Assert.Empty(starts);
        return new MarkedText(text.ToString(), spans);
    }
}
