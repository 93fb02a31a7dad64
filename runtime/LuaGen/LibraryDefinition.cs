using System.ComponentModel;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The definition of a function library: its name, file and code. Definitions are generated at build time and are immutable;
/// all threads can share them.
/// </summary>
public sealed class LibraryDefinition
{
    private readonly DefinitionText _text;

    /// <summary>Creates the definition of a library.</summary>
    /// <param name="name">The name in the first line of the code, <c>#!lua name=…</c>.</param>
    /// <param name="filePath">The library's file, relative to the project, with forward slashes.</param>
    /// <param name="text">Returns the code; called when the code is first needed.</param>
    /// <param name="sourceLines">Where the lines of a text with included files come from, as for a <see cref="ScriptDefinition"/>; null if all are those of the file.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LibraryDefinition(string name, string filePath, ScriptText text, string? sourceLines = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(filePath);
        ArgumentNullException.ThrowIfNull(text);
        Name = name;
        FilePath = filePath;
        _text = new DefinitionText(text, sourceLines, filePath);
    }

    /// <summary>The library's name on the server, such as <c>inventory</c>.</summary>
    public string Name { get; }

    /// <summary>The library's file, relative to the project, such as <c>Scripts/inventory.lua</c>.</summary>
    public string FilePath { get; }

    /// <summary>Whether no hot reload has happened since the definition was created. For use by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsCurrent => _text.IsCurrent;

    /// <summary>The code of the library, decoded when it is first needed.</summary>
    public string Text => _text.Text;

    /// <summary>The code exactly as <c>FUNCTION LOAD</c> sends it, in UTF-8; copied from the assembly when it is first needed.</summary>
    public ReadOnlyMemory<byte> Utf8Text => Utf8Bytes;

    internal byte[] Utf8Bytes => _text.Bytes;

    /// <summary>The file and the line in it of a line of the text that the server has.</summary>
    internal (string FilePath, int Line) PlaceOf(int line) => _text.PlaceOf(line);

    /// <summary>Loads the library; see <see cref="LibraryDeployment.LoadAsync"/>.</summary>
    /// <param name="multiplexer">The connection; its user needs permission for <c>FUNCTION LOAD</c> and <c>FUNCTION LIST</c>.</param>
    /// <param name="replace">Whether a library of the same name with other code is replaced.</param>
    /// <param name="cancellationToken">Cancels the wait and further loads; what was already loaded remains loaded.</param>
    /// <returns>One result per node.</returns>
    /// <exception cref="ArgumentNullException">The connection is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<IReadOnlyList<LibraryLoadResult>> LoadAsync(
        IConnectionMultiplexer multiplexer, bool replace = false, CancellationToken cancellationToken = default) =>
        LibraryDeployment.LoadAsync([this], multiplexer, replace, cancellationToken);

    /// <summary>Compares the library's code on the servers with this definition; see <see cref="LibraryDeployment.VerifyAsync"/>.</summary>
    /// <param name="multiplexer">The connection; its user needs permission for <c>FUNCTION LIST</c>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when every primary has reported the same code.</returns>
    /// <exception cref="ArgumentNullException">The connection is null.</exception>
    /// <exception cref="AggregateException">A primary does not have the library or has other code, or the connection knows no servers.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task VerifyAsync(IConnectionMultiplexer multiplexer, CancellationToken cancellationToken = default) =>
        LibraryDeployment.VerifyAsync([this], multiplexer, cancellationToken);

    /// <summary>Returns the name and the file.</summary>
    /// <returns><c>inventory (Scripts/inventory.lua)</c></returns>
    public override string ToString() => $"{Name} ({FilePath})";
}
