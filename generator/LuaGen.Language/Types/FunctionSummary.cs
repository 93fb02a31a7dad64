using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <summary>The summary of a function in the script: its parameters and results, joined over all calls.</summary>
internal sealed class FunctionSummary(FunctionBody body, bool hasSelf, int depth)
{
    public FunctionBody Body { get; } = body;

    public bool HasSelf { get; } = hasSelf;

    /// <summary>The number of functions that enclose its locals, including itself.</summary>
    public int Depth { get; } = depth;

    /// <summary>Whether it escapes to where its calls cannot be seen.</summary>
    public bool HasEscaped { get; set; }

    /// <summary>The joined value of each parameter.</summary>
    public AbstractValue[] Parameters { get; } = new AbstractValue[body.Parameters.Count];

    /// <summary>The results; <see langword="null"/> as long as no analysis of the body has reached its end.</summary>
    public ValueList? Returns { get; set; }

    /// <summary>Whether a caller has used <see cref="Returns"/>.</summary>
    public bool WasRead { get; set; }

    /// <summary>The last round that analyzed the body.</summary>
    public int Round { get; set; }

    public bool IsRunning { get; set; }
}
