using System.Buffers;
using System.Runtime.InteropServices;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

/// <summary>The rented argument array of a call is cleared and returned to the pool on every code path. All tests run on one thread.</summary>
public sealed class RentedArrayTests
{
    private RedisKeyOrValue[] _words = [];

    [Fact]
    public void After_a_reply()
    {
        var database = Database(() => Task.FromResult(FakeDatabase.Nil));
        AssertGivenBack(() => Call(database, ReadNothing));
        AssertGivenBack(() => CallAsync(database, ReadNothing));
    }

    [Fact]
    public void After_a_resend()
    {
        var first = true;
        var database = Database(() => (first = !first) ? Task.FromResult(FakeDatabase.Nil) : Task.FromException<RespResult>(FakeDatabase.UnknownScript));
        AssertGivenBack(() => Call(database, ReadNothing));
        AssertGivenBack(() => CallAsync(database, ReadNothing));
    }

    [Fact]
    public void After_an_error_a_mismatch_and_a_refusal()
    {
        var failing = Database(() => Task.FromException<RespResult>(FakeDatabase.Error("ERR boom")));
        AssertGivenBack(() => Assert.Throws<ScriptException>(() => Call(failing, ReadNothing)));
        AssertGivenBack(() => Assert.ThrowsAsync<ScriptException>(() => CallAsync(failing, ReadNothing)).Wait());

        var nil = Database(() => Task.FromResult(FakeDatabase.Nil));
        AssertGivenBack(() => Assert.Throws<ScriptReplyException>(() => Call(nil, ReadOk)));
        AssertGivenBack(() => Assert.ThrowsAsync<ScriptReplyException>(() => CallAsync(nil, ReadOk)).Wait());
    }

    [Fact]
    public void After_a_refused_key_or_argument_and_a_refused_target()
    {
        AssertRentedAgain(call => Assert.Throws<ArgumentNullException>(() => call.AddKey(default, "p")));
        AssertRentedAgain(call => Assert.Throws<ArgumentNullException>(() => call.AddArgument((string)null!, "p")));
        AssertRentedAgain(call => Assert.ThrowsAny<InvalidOperationException>(() =>
        {
            call.AddKey("k", "p");
            call.AddArgument("secret", "p");
            call.Send(new ScriptTarget(FakeDatabase.Create<IDatabaseAsync>((_, _) => null!)), ReadNothing, CommandFlags.None);
        }));
    }

    private static void ReadNothing(ref ScriptReply reply) => reply.ReadNothing();

    private static void ReadOk(ref ScriptReply reply) => reply.ReadOk();

    private static ScriptCall Prepare()
    {
        var call = new ScriptCall(Scripts.Define("return 1"), keyCount: 1, argumentCount: 1);
        call.AddKey("secret", "key");
        call.AddArgument("secret", "argument");
        return call;
    }

    private static void Call(IDatabase database, ReplyCheck check) => Prepare().Send(new ScriptTarget(database), check, CommandFlags.None);

    private static Task CallAsync(IDatabase database, ReplyCheck check) =>
        Prepare().SendAsync(new ScriptTarget(database), check, CommandFlags.None, CancellationToken.None).AsTask();

    private IDatabase Database(Func<Task<RespResult>> answer) => FakeDatabase.Create<IDatabase>((_, words) =>
    {
        Assert.True(MemoryMarshal.TryGetArray(words, out var segment));
        _words = segment.Array!;
        Assert.Equal("secret", (string?)_words[2].Key);
        return answer();
    });

    private void AssertGivenBack(Action call)
    {
        _words = [];
        call();
        Assert.NotEmpty(_words);
        Assert.All(_words, word => Assert.Equal(default, word));
        AssertRents(_words);
    }

    // Passes if the next call rents the same array again.
    private static void AssertRentedAgain(Action<ScriptCall> end)
    {
        var call = new ScriptCall(Scripts.Define("return 1"), keyCount: 1, argumentCount: 1);
        Assert.True(MemoryMarshal.TryGetArray(call.ByText(), out var segment));
        end(call);
        Assert.All(segment.Array!, word => Assert.Equal(default, word));
        AssertRents(segment.Array!);
    }

    private static void AssertRents(RedisKeyOrValue[] expected)
    {
        var rented = ArrayPool<RedisKeyOrValue>.Shared.Rent(expected.Length);
        Assert.Same(expected, rented);
        ArrayPool<RedisKeyOrValue>.Shared.Return(rented);
    }
}
