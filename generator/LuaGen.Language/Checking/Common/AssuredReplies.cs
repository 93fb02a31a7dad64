using LuaGen.Language.Binding;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Common;

/// <summary>
/// The keys, and the fields of hashes, that a script asks about or writes: it may then know that they exist. A write of one field says nothing
/// about another.
/// </summary>
internal sealed class AssuredReplies
{
    private readonly string _text;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);

    /// <summary>Keys of hashes of which some field is written, and those of which any field may be.</summary>
    private readonly HashSet<string> _hashes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openHashes = new(StringComparer.Ordinal);

    private AssuredReplies(string text) => _text = text;

    public static AssuredReplies Of(TypedScript script)
    {
        var assured = new AssuredReplies(script.Script.Tree.Text);
        foreach (var call in script.Calls)
        {
            if (call.Arguments is [{ Constant: { } name }, _, ..])
            {
                assured.Add(name.ToUpperInvariant(), call);
            }
        }

        return assured;
    }

    /// <summary>Whether the reply of a call that reads a key, or fields of it, may be known to exist.</summary>
    public bool Covers(RedisCall call)
    {
        var key = KeyOf(call);
        if (_keys.Contains(key) || call.Arguments[0].Constant?.ToUpperInvariant() is not { } name)
        {
            return true;
        }

        if (name is not ("HGET" or "HMGET"))
        {
            return _hashes.Contains(key);
        }

        return _openHashes.Contains(key) || (call.IsOpen && _hashes.Contains(key))
            || call.Arguments.Skip(2).Any(field => _fields.Contains(FieldOf(key, field)) || (field.Constant is null && _hashes.Contains(key)));
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
                _keys.Add(key);
                break;
        }
    }

    private void AddFields(RedisCall call, string key, int step)
    {
        _hashes.Add(key);
        if (call.IsOpen)
        {
            _openHashes.Add(key);
        }

        for (var i = 2; i < call.Arguments.Count; i += Math.Max(1, step))
        {
            _fields.Add(FieldOf(key, call.Arguments[i]));
            if (call.Arguments[i].Constant is null)
            {
                _openHashes.Add(key);
            }
        }
    }

    private string KeyOf(RedisCall call) => TextOf(call.Arguments[1]);

    private string FieldOf(string key, CallArgument field) => $"{key}\n{(field.Constant is { } constant ? $"'{constant}'" : TextOf(field))}";

    private string TextOf(CallArgument argument) => _text.Substring(argument.Value.Span.Start, argument.Value.Span.Length);
}
