using LuaGen.Language.Binding;

namespace LuaGen.Language.Checking.Common;

/// <summary>
/// The keys, and the fields of hashes, that a script asks about or writes before it reads them: it may then know that they exist. A write of one field says nothing
/// about another.
/// </summary>
internal sealed class AssuredReplies
{
    private readonly CheckedScript _script;
    private readonly string _text;

    /// <summary>For keys, fields and hashes, where the first call is that assures them.</summary>
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);

    /// <summary>Keys of hashes of which some field is written, and those of which any field may be.</summary>
    private readonly Dictionary<string, int> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _openHashes = new(StringComparer.Ordinal);

    private AssuredReplies(CheckedScript script) => (_script, _text) = (script, script.Bound.Tree.Text);

    public static AssuredReplies Of(CheckedScript script)
    {
        var assured = new AssuredReplies(script);
        foreach (var call in script.Types.Calls)
        {
            if (call is { Arguments.Count: > 1, CommandName: { } name })
            {
                assured.Add(name, call);
            }
        }

        return assured;
    }

    /// <summary>Whether the reply of a call that reads a key, or fields of it, may be known to exist. What runs before a call in a function is unknown.</summary>
    public bool Covers(RedisCall call)
    {
        var key = KeyOf(call);
        var end = _script.Places.IsInFunction(call.Expression) ? int.MaxValue : call.Span.Start;
        if (IsBefore(_keys, key, end) || call.CommandName is not { } name)
        {
            return true;
        }

        if (name is not ("HGET" or "HMGET"))
        {
            return IsBefore(_hashes, key, end);
        }

        return IsBefore(_openHashes, key, end) || (call.IsOpen && IsBefore(_hashes, key, end))
            || call.Arguments.Skip(2).Any(field => IsBefore(_fields, FieldOf(key, field), end) || (field.Constant is null && IsBefore(_hashes, key, end)));
    }

    private static bool IsBefore(Dictionary<string, int> places, string name, int end) => places.TryGetValue(name, out var place) && place < end;

    /// <summary>A call in a function may run before everything else.</summary>
    private void Note(Dictionary<string, int> places, string name, RedisCall call)
    {
        var place = _script.Places.IsInFunction(call.Expression) ? -1 : call.Span.Start;
        places[name] = places.TryGetValue(name, out var known) ? Math.Min(known, place) : place;
    }

    private void Add(string command, RedisCall call)
    {
        var key = KeyOf(call);
        switch (command)
        {
            case "HSET" or "HMSET":
                AddFields(call, key, step: 2);
                break;
            case "HSETNX" or "HINCRBY" or "HINCRBYFLOAT" or "HEXISTS" or "HSTRLEN":
                AddFields(call, key, step: call.Arguments.Count);
                break;
            case "EXISTS" or "TYPE" or "TTL" or "PTTL" or "LLEN" or "HLEN" or "SCARD" or "ZCARD" or "STRLEN" or "ZCOUNT" or "ZLEXCOUNT" or "XLEN" or "SISMEMBER" or "ZRANK"
                or "SETNX" or "SET" or "INCR" or "INCRBY" or "INCRBYFLOAT" or "ZADD" or "ZINCRBY" or "LPUSH" or "RPUSH" or "HGETALL" or "HKEYS":
                Note(_keys, key, call);
                break;
        }
    }

    private void AddFields(RedisCall call, string key, int step)
    {
        Note(_hashes, key, call);
        if (call.IsOpen)
        {
            Note(_openHashes, key, call);
        }

        for (var i = 2; i < call.Arguments.Count; i += Math.Max(1, step))
        {
            Note(_fields, FieldOf(key, call.Arguments[i]), call);
            if (call.Arguments[i].Constant is null)
            {
                Note(_openHashes, key, call);
            }
        }
    }

    private string KeyOf(RedisCall call) => TextOf(call.Arguments[1]);

    private string FieldOf(string key, CallArgument field) => $"{key}\n{(field.Constant is { } constant ? $"'{constant}'" : TextOf(field))}";

    private string TextOf(CallArgument argument) => _text.Substring(argument.Value.Span.Start, argument.Value.Span.Length);
}
