namespace LuaGen.Language.Rules;

/// <summary>The text to write in place of a part of the script, where the remedy of a finding is exact.</summary>
internal sealed record Replacement(SourceSpan Span, string Text);
