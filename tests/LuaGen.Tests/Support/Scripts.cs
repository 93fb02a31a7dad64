using System.Security.Cryptography;
using System.Text;

namespace LuaGen.Tests.Support;

/// <summary>Definitions of scripts written in a test.</summary>
internal static class Scripts
{
    public static ScriptDefinition Define(string lua, string returns = "value", string name = "Probe")
    {
        var text = Encoding.UTF8.GetBytes(lua);
        return new ScriptDefinition(name, $"Scripts/{name}.lua", Sha1(text), keyCount: -1, returns, () => text);
    }

#pragma warning disable CA5350 // Redis names scripts by their SHA-1; nothing is kept secret by it.
    public static string Sha1(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA1.HashData(text));
#pragma warning restore CA5350

    /// <summary>A script that no server has seen yet.</summary>
    public static ScriptDefinition DefineCold(string lua, string returns = "value") =>
        Define($"-- {Guid.NewGuid()}\n{lua}", returns);
}
