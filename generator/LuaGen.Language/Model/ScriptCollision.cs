using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>Two scripts that would give one class the same member, or two files that would give a project the same class.</summary>
/// <param name="FilePath">The script that is left out.</param>
/// <param name="OtherFilePath">The other one; empty when the member is the class's own.</param>
/// <param name="Member">The member, or the class.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ScriptCollision(string FilePath, string OtherFilePath, string Member, string Remedy)
{
    /// <summary>The functions, if the member comes from two functions of one library.</summary>
    public CollidingFunctions? Functions { get; init; }

    /// <summary>The place of the function; the start of the file for a script.</summary>
    public SourceSpan Span { get; init; }

    public Finding ToFinding() => Functions is var (function, other)
        ? new(Rule.ScriptNameCollision, Span, [Member, $"function '{function}'", $"function '{other}'", Remedy])
        : new(Rule.ScriptNameCollision, Span, [Member, FilePath, OtherFilePath.Length == 0 ? "the class itself" : OtherFilePath, Remedy]);
}

/// <summary>Two functions of one library.</summary>
/// <param name="Function">The one that is left out.</param>
/// <param name="Other">The other one.</param>
internal sealed record CollidingFunctions(string Function, string Other);
