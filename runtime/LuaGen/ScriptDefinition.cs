using System.Text;

namespace LuaGen;

/// <summary>
/// One script: its name, text, SHA-1 and shape. Instances are emitted at build time, are immutable and may be shared
/// by all threads.
/// </summary>
public sealed class ScriptDefinition
{
    private readonly ScriptText _source;
    private byte[]? _utf8Text;
    private string? _text;

    /// <summary>Describes a script.</summary>
    /// <param name="name">The script's name, as in <c>ReserveStock</c>.</param>
    /// <param name="filePath">Its file, relative to the project, with forward slashes.</param>
    /// <param name="sha1">The SHA-1 of the text, as 40 lower-case hex digits.</param>
    /// <param name="keyCount">How many keys the script takes, or -1 when the caller decides.</param>
    /// <param name="returns">The declared reply as the script's header words it.</param>
    /// <param name="text">Gives the text; called when the text is first needed.</param>
    /// <param name="isReadOnly">Whether the script writes nothing and is sent as <c>EVALSHA_RO</c> and <c>EVAL_RO</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ScriptDefinition(string name, string filePath, string sha1, int keyCount, string returns, ScriptText text, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(filePath);
        ArgumentNullException.ThrowIfNull(sha1);
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(text);
        Name = name;
        FilePath = filePath;
        Sha1 = sha1;
        KeyCount = keyCount;
        Returns = returns;
        IsReadOnly = isReadOnly;
        _source = text;
    }

    /// <summary>The script's name, as in <c>ReserveStock</c>.</summary>
    public string Name { get; }

    /// <summary>The script's file, relative to the project: <c>Scripts/Inventory/ReserveStock.lua</c>.</summary>
    public string FilePath { get; }

    /// <summary>The SHA-1 of <see cref="Utf8Text"/>, by which <c>EVALSHA</c> names the script: 40 lower-case hex digits.</summary>
    public string Sha1 { get; }

    /// <summary>How many keys the script takes, or -1 when the caller decides.</summary>
    public int KeyCount { get; }

    /// <summary>The declared reply as the script's header words it: <c>(left: long, orderId: long?)</c>.</summary>
    public string Returns { get; }

    /// <summary>
    /// Whether the script declares that it writes nothing (<c>@readonly</c>). It is then sent as <c>EVALSHA_RO</c> and
    /// <c>EVAL_RO</c> (Redis 7.0 and up): the server refuses its writes, and replicas may run it.
    /// </summary>
    public bool IsReadOnly { get; }

    /// <summary>The script, decoded on first need.</summary>
    public string Text => _text ??= Encoding.UTF8.GetString(Utf8Bytes);

    /// <summary>The script exactly as <c>EVAL</c> sends it, copied from the assembly on first need.</summary>
    public ReadOnlyMemory<byte> Utf8Text => Utf8Bytes;

    // Two threads may both copy; the copies are equal, and the one that stays is as good as the other.
    internal byte[] Utf8Bytes => _utf8Text ??= _source().ToArray();

    internal string Sha1Command => IsReadOnly ? "EVALSHA_RO" : "EVALSHA";

    internal string TextCommand => IsReadOnly ? "EVAL_RO" : "EVAL";

    /// <summary>The name and the file.</summary>
    /// <returns><c>ReserveStock (Scripts/Inventory/ReserveStock.lua)</c></returns>
    public override string ToString() => $"{Name} ({FilePath})";
}
