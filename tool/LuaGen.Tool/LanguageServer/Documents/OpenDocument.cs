using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Documents;

/// <summary>A document that is open in the editor, whose text the editor owns.</summary>
internal sealed class OpenDocument(string uri, int version, string text)
{
    private LineIndex? _lines;

    public string Uri { get; } = uri;

    /// <summary>Its full path; <see langword="null"/> if it is not a file, as one that was never saved.</summary>
    public string? Path { get; } = DocumentUri.ToPath(uri);

    public int Version { get; private set; } = version;

    public string Text { get; private set; } = text;

    public LineIndex Lines => _lines ??= new LineIndex(Text);

    /// <summary>The analysis of the text as it is, once it was asked for.</summary>
    public ScriptView? View { get; set; }

    /// <summary>Whether its diagnostics are not those of its text.</summary>
    public bool IsDirty { get; set; } = true;

    /// <summary>Applies changes in order, each to the text that the one before it left.</summary>
    public void Apply(int version, IEnumerable<ContentChange> changes)
    {
        Version = version;
        foreach (var change in changes)
        {
            if (change.Range is { } range)
            {
                var span = Lines.SpanOf(range);
                Text = string.Concat(Text.AsSpan(0, span.Start), change.Text, Text.AsSpan(span.End));
            }
            else
            {
                Text = change.Text;
            }

            _lines = null;
        }

        Invalidate();
    }

    /// <summary>Makes the next request analyze the text again.</summary>
    public void Invalidate() => (View, IsDirty) = (null, true);
}
