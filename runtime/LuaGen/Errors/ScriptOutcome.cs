namespace LuaGen;

/// <summary>Specifies whether the script of a failed call was executed.</summary>
public enum ScriptOutcome
{
    /// <summary>Unknown: the script may have been executed, may still be executed, or may never be executed.</summary>
    Unknown,

    /// <summary>The script was not executed and will not be executed by this call, so the call can be repeated safely.</summary>
    NotExecuted,

    /// <summary>The script started and ended with an error. Data that it wrote before the error remains.</summary>
    Failed,

    /// <summary>The script was executed to its end, but its reply could not be read.</summary>
    Executed,
}
