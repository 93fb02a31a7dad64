using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>One function that a library registers.</summary>
/// <param name="Name">The name that callers use.</param>
/// <param name="NameSpan">The place of the name.</param>
/// <param name="Statement">The statement that registers it.</param>
/// <param name="Callback">The callback as it is written in the registration.</param>
/// <param name="Body">The parameters and the body of the callback.</param>
/// <param name="Definition">The statement that defines the callback, if that is a local function; otherwise <see langword="null"/>.</param>
internal sealed record FunctionRegistration(string Name, SourceSpan NameSpan, CallStatement Statement, Expression Callback, FunctionBody Body, Statement? Definition)
{
    /// <summary>The flags, in order.</summary>
    public EquatableArray<string> Flags { get; init; } = [];

    /// <summary>Whether all flags are constants, so that it has no others.</summary>
    public bool HasKnownFlags { get; init; } = true;

    /// <summary>The description; empty if there is none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the arguments of the call start: a comment above one of them may be the header.</summary>
    public EquatableArray<int> ArgumentStarts { get; init; } = [];
}
