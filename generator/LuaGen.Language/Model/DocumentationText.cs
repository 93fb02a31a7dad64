namespace LuaGen.Language.Model;

/// <summary>
/// Sentences of the generated documentation that are composed rather than copied from the header. As in a header, backticks
/// enclose code.
/// </summary>
internal static class DocumentationText
{
    /// <summary>Ends a header's text with a punctuation mark, so that another sentence can follow.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 || text[text.Length - 1] is '.' or '!' or '?' or ':' or ';' ? text : text + ".";

    /// <summary>Adds the default to the description of an argument whose C# signature shows <see langword="null"/> instead.</summary>
    public static string WithDefault(string text, string @default) => $"{Sentence(text)} The default, used if null, is {@default}.";

    /// <summary>Describes the list of a repeated group. The header describes only its members.</summary>
    public static string GroupItems(IReadOnlyList<string> members)
    {
        var names = members.Select(member => $"`{member}`").ToArray();
        var last = names[names.Length - 1];
        return names.Length == 1
            ? $"Any number of items, each with {last}."
            : $"Any number of items, each with {string.Join(", ", names.Take(names.Length - 1))} and {last}.";
    }

    /// <summary>Describes an error that the script raises; a code without a description is a sentence of its own.</summary>
    public static string Of(RaisedError error) => error.Text.Length == 0 ? $"{error.Code}." : $"{error.Code}: {Sentence(error.Text)}";
}
