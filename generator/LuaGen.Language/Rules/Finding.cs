using System.Globalization;

namespace LuaGen.Language.Rules;

/// <summary>One finding about a script: the rule, the place in the text, and the arguments of the message.</summary>
/// <param name="Rule">The rule that is violated.</param>
/// <param name="Span">The place in the script's text; empty where something is missing.</param>
/// <param name="Arguments">The arguments of the rule's message format.</param>
internal sealed record Finding(Rule Rule, SourceSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>The remedy as an edit; <see langword="null"/> if the remedy is not exact at this place.</summary>
    public Replacement? Replacement { get; init; }

    /// <summary>The included file that the place is in, as a path in the project; <see langword="null"/> for the script's own file.</summary>
    public string? FilePath { get; init; }

    public bool IsError => Rule.Severity == Severity.Error;

    /// <summary>The rule's message with the arguments in their places.</summary>
    public string Message => Arguments.Count == 0
        ? Rule.MessageFormat
        : string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);
}
