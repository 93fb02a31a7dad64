namespace LuaGen;

/// <summary>
/// The exception for a call that LuaGen does not send because of how it is made, not because of its arguments. Callers see an
/// <see cref="InvalidOperationException"/>; <see cref="ScriptException.OutcomeOf"/> recognizes this type, after which nothing
/// was sent.
/// </summary>
internal sealed class ScriptRefusedException(string message) : InvalidOperationException(message);
