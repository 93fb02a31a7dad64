namespace LuaGen;

/// <summary>What a sender does with a reply. As a struct, so that both kinds share one sender at no cost.</summary>
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
