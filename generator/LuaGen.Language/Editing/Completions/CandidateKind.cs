namespace LuaGen.Language.Editing.Completions;

/// <summary>What a candidate is.</summary>
internal enum CandidateKind
{
    Command,
    Token,
    Key,
    Argument,
    Local,
    Function,
    Library,
    Constant,
    Keyword,
    Header,
    Type,
    Code,
    Rule,
    Value,
}
