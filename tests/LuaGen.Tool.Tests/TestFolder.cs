using System.Text;

namespace LuaGen.Tool.Tests;

/// <summary>A folder with scripts that a test checks; it is removed afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("luagen-").FullName;

    public string Full(string path) => System.IO.Path.Combine([Path, .. path.Split('/')]);

    public string Read(string path) => File.ReadAllText(Full(path));

    public TestFolder Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public TestFolder Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), bytes);
        return this;
    }

    /// <summary>Runs <c>luagen check</c> in the folder.</summary>
    public ToolResult Check(params string[] arguments) => ToolResult.Of(Path, input: "", ["check", .. arguments]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
