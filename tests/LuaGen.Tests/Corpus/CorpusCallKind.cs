namespace LuaGen.Tests.Corpus;

internal enum CorpusCallKind
{
    /// <summary>Starts a new case: all keys are deleted.</summary>
    Case,

    /// <summary>A plain command that sets up or reads keys.</summary>
    Command,

    /// <summary>A call of the script.</summary>
    Call,
}
