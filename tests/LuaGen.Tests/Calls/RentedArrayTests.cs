using System.Buffers;
using System.Reflection;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Calls;

/// <summary>The rented argument array of a call is cleared and returned to the pool on every code path. All tests run on one thread.</summary>
public sealed class RentedArrayTests
{
    [Fact]
    public void After_a_reply()
    {
        var database = Database(() => Task.CompletedTask);
        AssertGivenBack(call => Call(call, database, ReadNothing));
        AssertGivenBack(call => CallAsync(call, database, ReadNothing).Wait());
    }

    [Fact]
    public void After_a_resend()
    {
        var first = true;
        var database = Database(() => (first = !first) ? Task.CompletedTask : Task.FromException(FakeDatabase.UnknownScript));
        AssertGivenBack(call => Call(call, database, ReadNothing));
        AssertGivenBack(call => CallAsync(call, database, ReadNothing).Wait());
    }

    [Fact]
    public void After_an_error_a_mismatch_and_a_refusal()
    {
        var failing = Database(() => Task.FromException(FakeDatabase.Error("ERR boom")));
        AssertGivenBack(call => Assert.Throws<ScriptException>(() => Call(call, failing, ReadNothing)));
        AssertGivenBack(call => Assert.ThrowsAsync<ScriptException>(() => CallAsync(call, failing, ReadNothing)).Wait());

        var nil = Database(() => Task.CompletedTask);
        AssertGivenBack(call => Assert.Throws<ScriptReplyException>(() => Call(call, nil, ReadOk)));
        AssertGivenBack(call => Assert.ThrowsAsync<ScriptReplyException>(() => CallAsync(call, nil, ReadOk)).Wait());
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

    private static void Call(ScriptCall call, IDatabase database, ReplyCheck check) => call.Send(new ScriptTarget(database), check, CommandFlags.None);

    private static Task CallAsync(ScriptCall call, IDatabase database, ReplyCheck check) =>
        call.SendAsync(new ScriptTarget(database), check, CommandFlags.None, CancellationToken.None).AsTask();

    private static IDatabase Database(Func<Task> answer) => FakeDatabase.Create<IDatabase>((_, _) => answer());

    private static void AssertGivenBack(Action<ScriptCall> end)
    {
        var call = Prepare();
        var words = Words(call);
        Assert.Equal("secret", (string?)words[2].Key);
        end(call);
        AssertRents(words);
    }

    // Passes if the next call rents the same array again.
    private static void AssertRentedAgain(Action<ScriptCall> end)
    {
        var call = new ScriptCall(Scripts.Define("return 1"), keyCount: 1, argumentCount: 1);
        end(call);
        AssertRents(Words(call));
    }

    private static RespArgument[] Words(ScriptCall call) =>
        (RespArgument[])typeof(ScriptCall).GetField("_words", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(call)!;

    private static void AssertRents(RespArgument[] expected)
    {
        Assert.All(expected, word => Assert.Equal(default, word));
        var rented = ArrayPool<RespArgument>.Shared.Rent(expected.Length);
        Assert.Same(expected, rented);
        ArrayPool<RespArgument>.Shared.Return(rented);
    }
}
