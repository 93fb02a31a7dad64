using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Errors;

/// <summary>The outcome after an error, for error texts of servers that are not available here and for the client's exceptions.</summary>
public sealed class OutcomeTests
{
    private const string Place = " script: 2067d915024a3e1657c4169c84f809f8ebf75690, on @user_script:3.";

    [Theory]
    [InlineData("NOSCRIPT No matching script.")]
    [InlineData("LOADING Redis is loading the dataset in memory")]
    [InlineData("LOADING Valkey is loading the dataset in memory")]
    [InlineData("BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.")]
    [InlineData("BUSY Valkey is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.")]
    [InlineData("TRYAGAIN Multiple keys request during rehashing of slot")]
    [InlineData("CROSSSLOT Keys in request don't hash to the same slot")]
    [InlineData("CLUSTERDOWN The cluster is down")]
    [InlineData("CLUSTERDOWN Hash slot not served")]
    [InlineData("LOADING Dragonfly is loading the dataset in memory")]
    [InlineData("EXECABORT Transaction discarded because of previous errors.")]
    [InlineData("EXECABORT Transaction discarded because of: OOM command not allowed")]
    [InlineData("NOAUTH Authentication required.")]
    [InlineData("NOPERM this user has no permissions to run the 'evalsha' command or its subcommand")]
    [InlineData("NOPERM User ann has no permissions to run the 'eval_ro' command")]
    [InlineData("NOPERM this user has no permissions to access one of the keys used as arguments")]
    [InlineData("NOPERM No permissions to access a key")]
    [InlineData("NOPERM this user has no permissions to run the 'fcall' command")]
    [InlineData("NOPERM User ann has no permissions to run the 'fcall_ro' command")]
    [InlineData("READONLY You can not run script with write flag on readonly replica.")]
    [InlineData("ERR unknown command 'EVALSHA_RO', with args beginning with: 'secret'")]
    [InlineData("ERR unknown command `EVAL_RO`, with args beginning with: `secret`, ")]
    [InlineData("ERR Error compiling script (new function): user_script:3: '=' expected near 'x'")]
    [InlineData("ERR Can not execute a script with write flag using *_ro command.")]
    public void Refused_before_the_script_began(string message) => Assert.Equal(ScriptOutcome.NotExecuted, Outcome(message));

    [Theory]
    [InlineData("WRONGTYPE Operation against a key" + Place)]
    [InlineData("OOM command not allowed when used memory > 'maxmemory'." + Place)]
    [InlineData("OOM command not allowed when used memory > 'maxmemory'.")]
    [InlineData("READONLY You can't write against a read only replica." + Place)]
    [InlineData("READONLY You can't write against a read only replica. script: on @user_script:1.")]
    [InlineData("ERR Function not found")]
    [InlineData("LOADING Redis is loading script: reserve, on @user_function:3.")]
    [InlineData("CLUSTERDOWN The cluster is down" + Place)]
    [InlineData("NOPERM User ann has no permissions to run the 'get' command")]
    [InlineData("ERR ACL failure in script: No permissions to access a key" + Place)]
    [InlineData("ERR ACL failure in script: No permissions to access a key")]
    [InlineData("ERR Script attempted to access a non local key in a cluster node" + Place)]
    [InlineData("ERR Error running script (call to f_2067d915024a3e1657c4169c84f809f8ebf75690): @user_script:3: LOADING Redis is loading")]
    [InlineData("NOSCRIPT mine")]
    [InlineData("LOADING mine")]
    [InlineData("EXECABORT mine")]
    [InlineData("MINE alone")]
    [InlineData("")]
    public void The_script_had_begun_or_may_have(string message) => Assert.Equal(ScriptOutcome.Failed, Outcome(message));

    [Fact]
    public void The_clients_own_exceptions()
    {
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(new RedisCommandException("refused")));
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(new ArgumentNullException("key")));
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(
            ClientErrors.Disconnected(ConnectionFailureType.UnableToResolvePhysicalConnection, "none")));
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(
            ClientErrors.Disconnected(ConnectionFailureType.UnableToResolvePhysicalConnection, "sent", CommandStatus.Sent)));
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(ClientErrors.Disconnected(ConnectionFailureType.SocketClosed, "lost")));
        // A call that waits in the client may still be sent.
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(ClientErrors.TimedOut("late", CommandStatus.WaitingInBacklog)));
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(new OperationCanceledException()));
        Assert.Equal(ScriptOutcome.Unknown, ScriptException.OutcomeOf(new InvalidOperationException()));
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(new AggregateException(new RedisCommandException("refused"))));
        Assert.Throws<ArgumentNullException>(() => ScriptException.OutcomeOf(null!));
    }

    /// <summary>Calls that LuaGen refuses before sending anything; callers get an exception type that any code may throw.</summary>
    [Fact]
    public void LuaGens_own_refusals_are_not_executed()
    {
        var batch = FakeDatabase.Create<IBatch>((_, _) => throw new NotSupportedException("Nothing is sent."));

        // First, the caller cannot wait for the reply; second, a list yields fewer arguments than it counted.
        foreach (var arguments in new[] { 0, 1 })
        {
            var call = new ScriptCall(Scripts.Define("return 1"), keyCount: 0, arguments);
            var refusal = Record.Exception(() => call.Send(new ScriptTarget(batch), static (ref ScriptReply reply) => reply.ReadNothing(), CommandFlags.None));
            Assert.IsAssignableFrom<InvalidOperationException>(refusal);
            Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(refusal));
        }
    }

    /// <summary>A server that is too old for a command repeats the arguments in its error.</summary>
    [Fact]
    public async Task Arguments_that_the_server_repeats_are_in_no_message()
    {
        const string Error = "ERR unknown command 'EVALSHA_RO', with args beginning with: 'sha' '1' 'key' 'secret' ";
        var database = FakeDatabase.Create<IDatabase>((_, _) => Task.FromException(FakeDatabase.Error(Error)));
        var call = new ScriptCall(Scripts.Define("return 1"), 0, 0);

        var exception = await Assert.ThrowsAsync<ScriptException>(async () =>
            await call.SendAsync(new ScriptTarget(database), static (ref ScriptReply reply) => reply.ReadNothing(), CommandFlags.None, default));

        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("ERR unknown command 'EVALSHA_RO'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(ScriptOutcome.NotExecuted, ScriptException.OutcomeOf(exception));
    }

    private static ScriptOutcome Outcome(string message) => ScriptException.OutcomeOf(FakeDatabase.Error(message));
}
