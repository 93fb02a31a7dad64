using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Tests.Hosting;

/// <summary>A script in memory, decoded from bytes as the compiler does it.</summary>
internal sealed class TestScript(string path, SourceText? text) : AdditionalText
{
    public TestScript(string path, string text)
        : this(path, SourceText.From(text, Encoding.UTF8))
    {
    }

    public static TestScript FromBytes(string path, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return new TestScript(path, SourceText.From(stream));
    }

    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
}
