using System.Runtime.CompilerServices;

namespace LuaGen.Generator.Tests.Hosting;

/// <summary>
/// Threads for the client. The code that is compiled here makes blocking calls while other tests compile on every processor; with few
/// processors, no thread of the pool would be left to read the replies before they time out.
/// </summary>
internal static class TestThreads
{
    private const int Least = 32;

    [ModuleInitializer]
    internal static void Add()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Least), ports);
    }
}
