using System.Reflection;
using StackExchange.Redis;

namespace LuaGen.Tests.Support;

/// <summary>Provides the reply of a call without a server.</summary>
internal delegate Task<RespResult> Answer(string command, ReadOnlyMemory<RedisKeyOrValue> words);

/// <summary>A database that implements only <c>ExecuteResp</c> and <c>ExecuteRespAsync</c>, with replies that the test provides.</summary>
public class FakeDatabase : DispatchProxy
{
    private IConnectionMultiplexer _multiplexer = DispatchProxy.Create<IConnectionMultiplexer, FakeMultiplexer>();
    private Answer _answer = null!;

    /// <summary>Redis's error for an unknown script.</summary>
    public static RedisServerException UnknownScript => Error("NOSCRIPT No matching script. Please use EVAL.");

    /// <summary>A nil reply without a server; the client's own is not accessible.</summary>
    public static RespResult Nil { get; } =
        (RespResult)typeof(RespResult).GetField("NullReply", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    public static RedisServerException Error(string message) => new(RedisErrorKind.UnknownError, CommandFlags.None, message);

    internal static T Create<T>(Answer answer, IConnectionMultiplexer? multiplexer = null)
        where T : class, IDatabaseAsync
    {
        var database = Create<T, FakeDatabase>();
        var fake = (FakeDatabase)(object)database;
        fake._answer = answer;
        fake._multiplexer = multiplexer ?? fake._multiplexer;
        return database;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == "get_" + nameof(IDatabase.Multiplexer))
        {
            return _multiplexer;
        }

        if (targetMethod.Name == "get_" + nameof(IDatabase.Database))
        {
            return 0;
        }

        var answer = _answer((string)args![0]!, (ReadOnlyMemory<RedisKeyOrValue>)args[1]!);
        return targetMethod.Name switch
        {
            nameof(IDatabase.ExecuteResp) => answer.GetAwaiter().GetResult(),
            nameof(IDatabaseAsync.ExecuteRespAsync) => answer,
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }

    /// <summary>A multiplexer that has no server for any key.</summary>
    public class FakeMultiplexer : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IConnectionMultiplexer.GetServer) => throw new InvalidOperationException("There is no server."),
            nameof(IConnectionMultiplexer.GetHashSlot) => -1,
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
