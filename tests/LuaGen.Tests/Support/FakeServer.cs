using System.Net;
using System.Reflection;
using StackExchange.Redis;

namespace LuaGen.Tests.Support;

/// <summary>The only server of a connection, with replies that the test provides.</summary>
public class FakeServer : DispatchProxy
{
    private Func<Task<RedisResult>> _answer = null!;

    /// <summary>A connection to one server.</summary>
    /// <param name="answer">Provides the reply to each command.</param>
    internal static IConnectionMultiplexer Connect(Func<Task<RedisResult>> answer)
    {
        var server = Create<IServer, FakeServer>();
        ((FakeServer)(object)server)._answer = answer;
        var connection = Create<IConnectionMultiplexer, FakeConnection>();
        ((FakeConnection)(object)connection).Server = server;
        return connection;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "get_" + nameof(IServer.EndPoint) => new IPEndPoint(IPAddress.Loopback, 1),
        "get_" + nameof(IServer.ServerType) => ServerType.Standalone,
        "get_" + nameof(IServer.IsReplica) => false,
        nameof(IServer.ExecuteAsync) => _answer(),
        _ => throw new NotSupportedException(targetMethod.Name),
    };

    /// <summary>The connection.</summary>
    public class FakeConnection : DispatchProxy
    {
        internal IServer Server { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IConnectionMultiplexer.GetServers) => new[] { Server },
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
