using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The definition of what a call executes: a script (<see cref="ScriptDefinition"/>) or a function of a library
/// (<see cref="FunctionDefinition"/>). Definitions are generated at build time and are immutable; all threads can share them.
/// </summary>
public abstract class CallDefinition
{
    private protected CallDefinition(string name, string? qualifiedName, string filePath, int keyCount, string returns, bool isReadOnly)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(filePath);
        ArgumentNullException.ThrowIfNull(returns);
        Name = name;
        QualifiedName = qualifiedName ?? name;
        FilePath = filePath;
        KeyCount = keyCount;
        Returns = returns;
        IsReadOnly = isReadOnly;
    }

    /// <summary>The name of the script, such as <c>ReserveStock</c>, or of the function as it is registered, such as <c>reserve_stock</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The name with the name of its class, such as <c>Inventory.ReserveStock</c>: unique in a project, and the name of the
    /// script or function in traces and metrics.
    /// </summary>
    public string QualifiedName { get; }

    /// <summary>The file, relative to the project, such as <c>Scripts/Inventory/ReserveStock.lua</c>.</summary>
    public string FilePath { get; }

    /// <summary>The number of keys; -1 if it depends on a list that the caller passes.</summary>
    public int KeyCount { get; }

    /// <summary>The declared reply in the syntax of the header, such as <c>(left: long, orderId: long?)</c>.</summary>
    public string Returns { get; }

    /// <summary>
    /// Whether the script declares that it does not write (<c>@readonly</c>), or the function is registered with the flag
    /// <c>no-writes</c>. It is then sent by <c>EVALSHA_RO</c> and <c>EVAL_RO</c>, or by <c>FCALL_RO</c> (Redis 7.0 or later): the
    /// server rejects its writes, and replicas can run it.
    /// </summary>
    public bool IsReadOnly { get; }

    /// <summary>The command that does not depend on the script cache: <c>EVAL</c> or <c>FCALL</c>, or its read-only form.</summary>
    internal abstract string TextCommand { get; }

    /// <summary>The first RESP argument of <see cref="TextCommand"/>: the text of a script, the name of a function.</summary>
    internal abstract RedisValue TextWord { get; }

    /// <summary>The file and the line in it of a line of the text that the server has.</summary>
    internal virtual (string FilePath, int Line) PlaceOf(int line) => (FilePath, line);

    /// <summary>Returns the name and the file.</summary>
    /// <returns><c>ReserveStock (Scripts/Inventory/ReserveStock.lua)</c></returns>
    public override string ToString() => $"{Name} ({FilePath})";
}
