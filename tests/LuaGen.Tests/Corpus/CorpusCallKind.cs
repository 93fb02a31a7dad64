namespace LuaGen.Tests.Corpus;

internal enum CorpusCallKind
{
    /// <summary>A new case: all keys are removed.</summary>
    Case,

    /// <summary>A plain command that sets up or looks at keys.</summary>
    Command,

    /// <summary>A call of the script.</summary>
    Call,
}
