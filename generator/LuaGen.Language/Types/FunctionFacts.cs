using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <summary>A function of the script: what it is called with and what it gives, all its calls taken together.</summary>
internal sealed class FunctionFacts(FunctionBody body, bool hasSelf, int depth)
{
    public FunctionBody Body { get; } = body;

    public bool HasSelf { get; } = hasSelf;

    /// <summary>How many functions stand around its locals, itself among them.</summary>
    public int Depth { get; } = depth;

    /// <summary>Whether it goes where its calls cannot be seen.</summary>
    public bool HasEscaped { get; set; }

    /// <summary>One for each parameter.</summary>
    public LuaValue[] Parameters { get; } = new LuaValue[body.Parameters.Count];

    /// <summary>What it gives; <see langword="null"/> where it has not come to an end yet.</summary>
    public ValueList? Returns { get; set; }

    /// <summary>Whether a caller has gone on with <see cref="Returns"/>.</summary>
    public bool WasRead { get; set; }

    /// <summary>The round that has gone through its body last.</summary>
    public int Round { get; set; }

    public bool IsRunning { get; set; }
}
