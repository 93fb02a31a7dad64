using System.Text;

namespace LuaGen;

/// <summary>The text of a script or library, copied from the assembly and decoded when it is first needed.</summary>
/// <param name="source">Returns the text.</param>
/// <param name="sourceLines">The runs of lines of a text with included files, see the constructor of <see cref="ScriptDefinition"/>.</param>
/// <param name="filePath">The file of the script or library itself.</param>
internal sealed class DefinitionText(ScriptText source, string? sourceLines, string filePath)
{
    private readonly int _generation = HotReload.Generation;
    private byte[]? _bytes;
    private string? _text;

    /// <summary>Whether no hot reload has happened since the definition was created.</summary>
    public bool IsCurrent => _generation == HotReload.Generation;

    public string Text => _text ??= Encoding.UTF8.GetString(Bytes);

    // Two threads may both copy the text. The copies are equal, so it does not matter which one is kept.
    public byte[] Bytes => _bytes ??= source().ToArray();

    /// <summary>The file and the line in it of a line of the text that the server has.</summary>
    public (string FilePath, int Line) PlaceOf(int line) => SourceLines.PlaceOf(line, sourceLines, filePath);
}
