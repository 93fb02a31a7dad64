using System.Security.Cryptography;
using System.Text;

namespace LuaGen.Tests.Support;

/// <summary>Creates definitions of scripts that are written in a test.</summary>
internal static class Scripts
{
    public static ScriptDefinition Define(string lua, string returns = "value", string name = "Probe", bool isReadOnly = false)
    {
        var text = Encoding.UTF8.GetBytes(lua);
        return new ScriptDefinition(name, $"Scripts/{name}.lua", Sha1(text), keyCount: -1, returns, () => text, isReadOnly);
    }

#pragma warning disable CA5350 // Redis identifies scripts by SHA-1; no security depends on it.
    public static string Sha1(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA1.HashData(text));
#pragma warning restore CA5350

    /// <summary>A script that no server has loaded yet.</summary>
    public static ScriptDefinition DefineCold(string lua, string returns = "value") =>
        Define($"-- {Guid.NewGuid()}\n{lua}", returns);
}
