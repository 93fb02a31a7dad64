namespace LuaGen.Generator.CallSites;

/// <summary>What a call of StackExchange.Redis does with a script.</summary>
internal enum CallKind
{
    /// <summary>Runs a script's text: <c>ScriptEvaluate("…")</c> and its overloads.</summary>
    Text,

    /// <summary>Runs a script by its hash: <c>ScriptEvaluate(byte[])</c>.</summary>
    Hash,

    /// <summary><c>Execute("EVAL", …)</c></summary>
    Command,

    /// <summary><c>Execute("EVALSHA", …)</c></summary>
    HashCommand,

    /// <summary><c>ScriptLoad("…")</c></summary>
    Load,

    /// <summary><c>LuaScript.Prepare("…")</c></summary>
    Prepare,

    /// <summary>A method of the project that sends the script it is given.</summary>
    Helper,

    /// <summary>Runs a <c>LuaScript</c> or a <c>LoadedLuaScript</c>, with an object that provides its parameters.</summary>
    Prepared,
}
