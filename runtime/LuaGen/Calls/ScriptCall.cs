using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// One call being put together: the script, then its keys, then its arguments, in the script's order, then one send.
/// It holds a rented array from its constructor to its send, so it is used once and not copied. An argument that is
/// refused gives the array back and throws before anything is sent. For use by emitted code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct ScriptCall
{
    // The words of EVAL and EVALSHA: text or SHA-1, number of keys, keys, arguments.
    private const int TextWord = 0;
    private const int KeyCountWord = 1;
    private const int FirstKeyWord = 2;

    // What the client and Redis take in one command, the command's own word not counted.
    private const int MaxWords = (1024 * 1024) - 1;

    private readonly RespArgument[] _words;
    private readonly int _expected;
    private readonly int _limit;
    private int _count;
    private int _omitted;

    /// <summary>Begins a call.</summary>
    /// <param name="script">The script to call.</param>
    /// <param name="keyCount">How many keys will be added.</param>
    /// <param name="argumentCount">How many arguments will be added, missing and omitted ones included.</param>
    public ScriptCall(ScriptDefinition script, int keyCount, int argumentCount)
    {
        Script = script;
        _expected = FirstKeyWord + keyCount + argumentCount;
        _limit = Math.Min(_expected, MaxWords);
        KeyCount = keyCount;
        _words = ArrayPool<RespArgument>.Shared.Rent(_expected);
        _words[KeyCountWord] = new RespArgument((RedisValue)keyCount);
        _count = FirstKeyWord;
    }

    internal ScriptDefinition Script { get; }

    internal int KeyCount { get; }

    /// <summary>The key that a cluster routes the call by, without a database's prefix.</summary>
    internal readonly RedisKey? FirstKey => KeyCount > 0 ? Key(0) : default(RedisKey?);

    /// <summary>Adds a key. A key-prefixed database prefixes it; a cluster routes the call by it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="parameter">The parameter that it came from, for the exception.</param>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="ArgumentException">The call has more words than a command can have: 1,048,576.</exception>
    public void AddKey(RedisKey key, string parameter)
    {
        if (key == default(RedisKey))
        {
            Refuse(new ArgumentNullException(parameter, "A script's key cannot be null."));
        }

        Add(new RespArgument(key, parameter), parameter);
    }

    internal readonly RedisKey Key(int index) => _words[FirstKeyWord + index].Key;

    /// <summary>The parameter that a key came from; <c>items[3]</c> for one of a list.</summary>
    internal readonly string KeyParameter(int index)
    {
        var keys = _words.AsSpan(FirstKeyWord, KeyCount);
        var parameter = keys[index].KeyParameter!;
        var (first, last) = (-1, -1);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].KeyParameter == parameter)
            {
                (first, last) = (first < 0 ? i : first, i);
            }
        }

        return last > first ? $"{parameter}[{index - first}]" : parameter;
    }

    /// <summary>The words of <c>EVALSHA</c>.</summary>
    internal readonly ReadOnlySpan<RespArgument> BySha1() => Words(Script.Sha1);

    /// <summary>The words of <c>EVAL</c>.</summary>
    internal readonly ReadOnlySpan<RespArgument> ByText() => Words(Script.Utf8Bytes);

    /// <summary>Gives the rented array back, cleared: the pool must not keep keys and arguments alive.</summary>
    internal readonly void Release() => ArrayPool<RespArgument>.Shared.Return(_words, clearArray: true);

    /// <summary>Refuses a call whose lists changed between being counted and being added.</summary>
    internal readonly void DemandComplete()
    {
        if (_count != _expected)
        {
            Refuse(ListChanged());
        }
    }

    private readonly ReadOnlySpan<RespArgument> Words(RedisValue script)
    {
        _words[TextWord] = new RespArgument(script);
        return _words.AsSpan(0, _count - _omitted);
    }

    private void Add(RespArgument word, string? parameter)
    {
        // The rented array may be longer than what was asked for, so this is not left to its bounds.
        if (_count >= _limit)
        {
            Refuse(_count == _expected ? ListChanged() : TooManyWords(parameter));
        }

        _words[_count++] = word;
        _omitted = 0;
    }

    private void Add(RedisValue value, string? parameter) => Add(new RespArgument(value), parameter);

    private readonly ScriptRefusedException ListChanged() =>
        new($"A list passed to {Script.Name} changed while the call was put together.");

    private readonly ArgumentException TooManyWords(string? parameter) =>
        new($"{Script.Name} was not sent: with its keys and arguments the command would have more than 1,048,576 words.", parameter);

    [DoesNotReturn]
    private readonly void Refuse(Exception exception)
    {
        Release();
        throw exception;
    }
}
