using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// The scripts whose text was added to a transaction that has not been executed. EXEC runs its commands without any other in
/// between, so later calls of these scripts in the same transaction need only the SHA-1.
/// </summary>
internal sealed class TransactionTexts
{
    // Servers from Redis 7.4 and Valkey 8 on keep the 500 scripts that EVAL used last.
    private const int MaxScripts = 250;

    private static readonly ConditionalWeakTable<ITransaction, TransactionTexts> All = new();

    private readonly ConcurrentDictionary<string, Task> _replies = new(StringComparer.Ordinal);

    public static TransactionTexts Of(ITransaction transaction) => All.GetValue(transaction, static _ => new TransactionTexts());

    /// <summary>
    /// Whether the transaction runs the text before a call that is added to it now. A transaction can be executed again with
    /// more commands; by then the reply to a text of the earlier EXEC has arrived.
    /// </summary>
    public bool Contains(ScriptDefinition script) => _replies.TryGetValue(script.Sha1, out var reply) && !reply.IsCompleted;

    /// <summary>Notes a text after it was added to the transaction, so that no concurrent caller can add the SHA-1 before it.</summary>
    public void Add(ScriptDefinition script, Task reply)
    {
        // The client completes a fire-and-forget call immediately, so it would not show when the transaction is executed.
        if (reply.IsCompleted)
        {
            return;
        }

        if (_replies.Count >= MaxScripts)
        {
            _replies.Clear();
        }

        _replies[script.Sha1] = reply;
    }
}
