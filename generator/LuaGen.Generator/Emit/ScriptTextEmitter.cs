namespace LuaGen.Generator.Emit;

/// <summary>Writes the text of a script or a library.</summary>
internal sealed class ScriptTextEmitter(CSharpWriter writer)
{
    /// <summary>A longer text is not repeated in its own documentation.</summary>
    private const int MaxDocumentedLength = 4096;

    /// <summary>Writes the text into the documentation of its definition, unless it is too long for it.</summary>
    public void EmitDocumentation(string text)
    {
        if (text.Length > MaxDocumentedLength)
        {
            return;
        }

        writer.Write("/// <code>");
        var end = text.Length;
        while (end > 0 && text[end - 1] == '\n')
        {
            end--;
        }

        for (var start = 0; start <= end;)
        {
            var lineEnd = text.IndexOf('\n', start, end - start);
            lineEnd = lineEnd < 0 ? end : lineEnd;
            XmlDoc.Line(writer, text, start, lineEnd);
            start = lineEnd + 1;
        }

        writer.Write("/// </code>");
    }

    /// <summary>Writes the last argument of a definition: a raw string literal that looks like the script if C# reads it back unchanged, otherwise a regular literal.</summary>
    public void EmitArgument(string text)
    {
        if (!IsReadBackFromRawLiteral(text))
        {
            writer.Write($"text: static () => {CSharpLiteral.Of(text)}u8);");
            return;
        }

        var quotes = new string('"', Math.Max(3, LongestRunOfQuotes(text) + 1));
        writer.Write($"text: static () => {quotes}");
        writer.Indent++;
        writer.Write(text);
        writer.Write($"{quotes}u8);");
        writer.Indent--;
    }

    private static bool IsReadBackFromRawLiteral(string text)
    {
        foreach (var c in text)
        {
            if (!CSharpLiteral.IsPlain(c) && c is not ('\n' or '\t') && !char.IsSurrogate(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static int LongestRunOfQuotes(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
