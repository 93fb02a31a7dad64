namespace LuaGen;

/// <summary>
/// A refusal of LuaGen's own, before anything is sent. Callers see an <see cref="InvalidOperationException"/>, which any
/// code can throw at any time; <see cref="ScriptException.OutcomeOf"/> sees the difference.
/// </summary>
internal sealed class ScriptRefusedException(string message) : InvalidOperationException(message);
