using System.Text;

namespace LuaGen.Language.Fixing;

/// <summary>Applies edits to a text, and follows positions through them.</summary>
internal sealed class EditedText
{
    private readonly TextEdit[] _edits;

    /// <param name="text">The text before the edits.</param>
    /// <param name="edits">Edits of which no two overlap, in any order.</param>
    public EditedText(string text, IEnumerable<TextEdit> edits)
    {
        _edits = [.. edits.OrderBy(edit => edit.Span.Start)];
        var edited = new StringBuilder(text.Length);
        var position = 0;
        foreach (var edit in _edits)
        {
            edited.Append(text, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }

        Text = edited.Append(text, position, text.Length - position).ToString();
    }

    public string Text { get; }

    /// <summary>Where an edit's new text is.</summary>
    public SourceSpan NewSpanOf(TextEdit edit) => new(
        edit.Span.Start + _edits.TakeWhile(each => each != edit).Sum(each => each.NewText.Length - each.Span.Length), edit.NewText.Length);
}
