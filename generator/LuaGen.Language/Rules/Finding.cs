using System.Globalization;

namespace LuaGen.Language.Rules;

/// <summary>What a stage has to say about a script: which rule, where in its text, and the words for the message.</summary>
/// <param name="Rule">The rule; its number is the digits of its id.</param>
/// <param name="Span">The place in the script's text; empty where something is missing.</param>
/// <param name="Arguments">The arguments of the rule's message format.</param>
internal sealed record Finding(Rule Rule, SourceSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>The rule's message with the arguments in their places.</summary>
    public string Message => Arguments.Count == 0
        ? Rule.MessageFormat
        : string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);
}
