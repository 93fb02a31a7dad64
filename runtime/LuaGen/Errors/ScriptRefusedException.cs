namespace LuaGen;

/// <summary>
/// A call that LuaGen refuses for how it is made, not for what it is given. Callers see an
/// <see cref="InvalidOperationException"/>, which can come from anywhere; <see cref="ScriptException.OutcomeOf"/> sees that
/// nothing was sent.
/// </summary>
internal sealed class ScriptRefusedException(string message) : InvalidOperationException(message);
