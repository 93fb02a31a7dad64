namespace LuaGen.Language.Model;

/// <summary>
/// Sentences of the emitted documentation that are composed rather than copied from the header. As in a header, backticks
/// enclose code.
/// </summary>
internal static class DocumentationText
{
    /// <summary>A header's text as a sentence: it ends with a mark, so that another can follow.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 || text[text.Length - 1] is '.' or '!' or '?' or ':' or ';' ? text : text + ".";

    /// <summary>An argument whose default is not in the C# signature, which shows <see langword="null"/> instead.</summary>
    public static string WithDefault(string text, string @default) => $"{Sentence(text)} {@default} when null.";

    /// <summary>The list of a repeated group, which no line of the header describes; each line describes one member.</summary>
    public static string GroupItems(IReadOnlyList<string> members)
    {
        var names = members.Select(member => $"`{member}`").ToArray();
        var last = names[names.Length - 1];
        return names.Length == 1
            ? $"Any number of items, each with {last}."
            : $"Any number of items, each with {string.Join(", ", names.Take(names.Length - 1))} and {last}.";
    }

    /// <summary>An error that the script raises; a code without a text is a sentence of its own.</summary>
    public static string Of(RaisedError error) => error.Text.Length == 0 ? $"{error.Code}." : $"{error.Code}: {Sentence(error.Text)}";
}
