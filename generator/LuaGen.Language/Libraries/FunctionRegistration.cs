using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>One function that a library registers.</summary>
/// <param name="Name">The name that callers use.</param>
/// <param name="NameSpan">The place of the name.</param>
/// <param name="Statement">The statement that registers it.</param>
/// <param name="Callback">The callback as it is written in the registration.</param>
/// <param name="Body">The parameters and the body of the callback.</param>
/// <param name="Definition">The statement that defines the callback, if that is a local function; otherwise <see langword="null"/>.</param>
/// <param name="Flags">The flags, in order.</param>
internal sealed record FunctionRegistration(
    string Name, SourceSpan NameSpan, CallStatement Statement, Expression Callback, FunctionBody Body, Statement? Definition, EquatableArray<string> Flags);
