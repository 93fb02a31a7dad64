using System.Reflection;
using System.Runtime.Versioning;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Transports;

/// <summary>Which transport is used, depending on the loaded client.</summary>
public sealed class TransportTests
{
    [Fact]
    public void The_client_and_the_asset_decide()
    {
#if LEASED_REPLIES
        const string Expected = "LeasedTransport";
#else
        const string Expected = "GeneralTransport";
#endif
        Assert.Equal(Expected, ScriptTransport.Current.GetType().Name);
    }

    /// <summary>The loaded client is the requested one; otherwise all runs of the matrix would silently be the same.</summary>
    [Fact]
    public void The_client_is_the_one_asked_for()
    {
        var version = System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(IDatabase).Assembly.Location);
        Assert.StartsWith(AskedFor("ClientVersion") + ".", version.FileVersion + ".", StringComparison.Ordinal);
    }

    /// <summary>Types of a newer client appear only inside method bodies, so scanning the runtime's types needs none of them.</summary>
    [Fact]
    public void Reflection_over_the_runtime_works_with_every_client()
    {
        var types = typeof(ScriptDefinition).Assembly.GetTypes();

        Assert.Contains(types, type => type.Name == nameof(ScriptTransport));
        Assert.All(types, type => Assert.NotNull(type.GetInterfaces()));
    }

    [Fact]
    public void The_asset_is_the_one_asked_for()
    {
        var framework = typeof(ScriptDefinition).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        Assert.Equal(AskedFor("RuntimeFramework") == "netstandard2.0" ? ".NETStandard,Version=v2.0" : ".NETCoreApp,Version=v8.0", framework);
    }

    [Fact]
    public async Task What_the_client_is_given_for_a_hash_and_for_a_text()
    {
        var names = new List<string>();
        var database = FakeDatabase.Create<IDatabase>((_, words) =>
        {
            names.Add(words.GetType().Name);
            return Task.CompletedTask;
        });
        foreach (var (flags, isReadOnly) in new[] { (CommandFlags.None, false), (CommandFlags.NoScriptCache, false), (CommandFlags.None, true) })
        {
            await new ScriptCall(Scripts.Define("return 1", isReadOnly: isReadOnly), 0, 0).SendAsync(
                new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadNothing(), flags, default);
        }

#if LEASED_REPLIES
        Assert.Equal(["ReadOnlyMemory`1", "ReadOnlyMemory`1", "ReadOnlyMemory`1"], names);
#else
        Assert.Equal(["Byte[]", "Object[]", "Object[]"], names);
#endif
    }

    private static string AskedFor(string name) =>
        typeof(TransportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;
}
