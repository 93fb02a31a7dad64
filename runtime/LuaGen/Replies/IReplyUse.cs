namespace LuaGen;

/// <summary>What the sender does with a reply. Implementations are structs, so the generic sender makes no virtual calls.</summary>
internal interface IReplyUse<T>
{
    public T Use(ref ScriptReply reply);
}

internal readonly struct ReadingUse<T>(ReplyReader<T> read) : IReplyUse<T>
{
    public T Use(ref ScriptReply reply) => read(ref reply);
}

internal readonly struct CheckingUse(ReplyCheck check) : IReplyUse<ValueTuple>
{
    public ValueTuple Use(ref ScriptReply reply)
    {
        check(ref reply);
        return default;
    }
}

internal readonly struct ForgettingUse : IReplyUse<ValueTuple>
{
    public ValueTuple Use(ref ScriptReply reply) => default;
}
