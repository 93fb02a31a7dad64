using System.ComponentModel;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The definition of one script: its name, file, text, SHA-1, number of keys and declared reply. Definitions are generated at
/// build time and are immutable; all threads can share them.
/// </summary>
public sealed class ScriptDefinition : CallDefinition
{
    private readonly DefinitionText _text;
    private byte[]? _sha1Bytes;

    /// <summary>Creates the definition of a script.</summary>
    /// <param name="name">The script's name, such as <c>ReserveStock</c>.</param>
    /// <param name="filePath">The script's file, relative to the project, with forward slashes.</param>
    /// <param name="sha1">The SHA-1 of the text in UTF-8, as 40 lower-case hexadecimal digits.</param>
    /// <param name="keyCount">The number of keys; -1 if it depends on a list that the caller passes.</param>
    /// <param name="returns">The declared reply in the syntax of the header.</param>
    /// <param name="text">Returns the text; called when the text is first needed.</param>
    /// <param name="isReadOnly">Whether the script does not write and is sent as <c>EVALSHA_RO</c> and <c>EVAL_RO</c>.</param>
    /// <param name="qualifiedName">The name with the name of its class, such as <c>Inventory.ReserveStock</c>; <paramref name="name"/> if null.</param>
    /// <param name="sourceLines">
    /// Where the lines of a text with included files come from; null if all are those of the file. For each run of lines, on a line of its
    /// own: the first line in the text, its line in the file and the file's path, empty for <paramref name="filePath"/>, such as
    /// <c>7:3:Scripts/shared/lock.lua</c>.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ScriptDefinition(
        string name,
        string filePath,
        string sha1,
        int keyCount,
        string returns,
        ScriptText text,
        bool isReadOnly = false,
        string? qualifiedName = null,
        string? sourceLines = null)
        : base(name, qualifiedName, filePath, keyCount, returns, isReadOnly)
    {
        ArgumentNullException.ThrowIfNull(sha1);
        ArgumentNullException.ThrowIfNull(text);
        Sha1 = sha1;
        _text = new DefinitionText(text, sourceLines, filePath);
    }

    /// <summary>The SHA-1 of <see cref="Utf8Text"/>, as <c>EVALSHA</c> sends it: 40 lower-case hexadecimal digits.</summary>
    public string Sha1 { get; }

    /// <summary>Whether no hot reload has happened since the definition was created. For use by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsCurrent => _text.IsCurrent;

    /// <summary>The text of the script, decoded when it is first needed.</summary>
    public string Text => _text.Text;

    /// <summary>The text exactly as <c>EVAL</c> sends it, in UTF-8; copied from the assembly when it is first needed.</summary>
    public ReadOnlyMemory<byte> Utf8Text => Utf8Bytes;

    internal byte[] Utf8Bytes => _text.Bytes;

    internal byte[] Sha1Bytes => _sha1Bytes ??= Convert.FromHexString(Sha1);

    internal string Sha1Command => IsReadOnly ? "EVALSHA_RO" : "EVALSHA";

    internal override string TextCommand => IsReadOnly ? "EVAL_RO" : "EVAL";

    internal override RedisValue TextWord => Utf8Bytes;

    internal override (string FilePath, int Line) PlaceOf(int line) => _text.PlaceOf(line);
}
