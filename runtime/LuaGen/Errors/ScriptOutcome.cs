namespace LuaGen;

/// <summary>What is known of a script whose call has thrown.</summary>
public enum ScriptOutcome
{
    /// <summary>Nothing is known: the script may have been executed, be executed later, or never.</summary>
    Unknown,

    /// <summary>The script was not executed, and will not be by this call.</summary>
    NotExecuted,

    /// <summary>The script was begun and ended with an error; what it wrote before that stays written.</summary>
    Failed,

    /// <summary>The script was executed to its end; only its reply could not be read.</summary>
    Executed,
}
