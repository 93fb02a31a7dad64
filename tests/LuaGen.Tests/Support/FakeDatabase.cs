using System.Reflection;
using StackExchange.Redis;

namespace LuaGen.Tests.Support;

/// <summary>Provides the reply of a call without a server.</summary>
internal delegate Task Answer(string command, object words);

/// <summary>A database that implements only the methods that send scripts, with replies that the test provides.</summary>
public class FakeDatabase : DispatchProxy
{
    private IConnectionMultiplexer _multiplexer = DispatchProxy.Create<IConnectionMultiplexer, FakeMultiplexer>();
    private Answer _answer = null!;

    /// <summary>Redis's error for an unknown script.</summary>
    public static RedisServerException UnknownScript => Error("NOSCRIPT No matching script. Please use EVAL.");

    public static RedisServerException Error(string message) => ClientErrors.Server(message);

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

        var answer = targetMethod.Name switch
        {
            "Execute" or "ExecuteAsync" or "ExecuteResp" or "ExecuteRespAsync" => _answer((string)args![0]!, args[1]!),
            "ScriptEvaluate" or "ScriptEvaluateAsync" when args![0] is byte[] hash => _answer("EVALSHA", hash),
            _ => throw new NotSupportedException(targetMethod.Name),
        };
        var isAsync = targetMethod.ReturnType.IsGenericType;
        return typeof(FakeDatabase).GetMethod(isAsync ? nameof(ReplyAsync) : nameof(Reply), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(isAsync ? targetMethod.ReturnType.GetGenericArguments()[0] : targetMethod.ReturnType)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [answer], null);
    }

    private static Task<T> ReplyAsync<T>(Task? answer) => answer as Task<T> ?? NilAsync<T>(answer!);

    private static T Reply<T>(Task answer) => ReplyAsync<T>(answer).GetAwaiter().GetResult();

    private static async Task<T> NilAsync<T>(Task answer)
    {
        await answer;
        // The client's own nil for leased replies is not accessible.
        return (T)(typeof(T) == typeof(RedisResult)
            ? RedisResult.Create(RedisValue.Null)
            : typeof(T).GetField("NullReply", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!);
    }

    /// <summary>A multiplexer that has no server for any key.</summary>
    public class FakeMultiplexer : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IConnectionMultiplexer.GetServers) => Array.Empty<IServer>(),
            nameof(IConnectionMultiplexer.GetHashSlot) => -1,
            nameof(IConnectionMultiplexer.GetEndPoints) => Array.Empty<System.Net.EndPoint>(),
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
