using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Builds one call and sends it: first the keys, then the arguments, both in the script's order, then one send. The call
/// rents an array in its constructor and returns it when it is sent, so it must be used once and not copied. An invalid key or
/// argument returns the array and throws before anything is sent. For use by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct ScriptCall
{
    // The RESP arguments of EVAL, EVALSHA and FCALL: text, SHA-1 or name of the function, number of keys, keys, arguments.
    private const int TextWord = 0;
    private const int KeyCountWord = 1;
    private const int FirstKeyWord = 2;

    // The client and Redis accept 1,048,576 RESP arguments in one command; the command name is one of them.
    private const int MaxWords = (1024 * 1024) - 1;

    private RespArgument[] _words;
    private bool _isKept;
    private readonly int _expected;
    private readonly int _limit;
    private int _count;
    private int _omitted;

    /// <summary>Creates a call and rents the array for its keys and arguments.</summary>
    /// <param name="script">The script to call.</param>
    /// <param name="keyCount">The number of keys that will be added.</param>
    /// <param name="argumentCount">The number of arguments that will be added, including omitted ones.</param>
    public ScriptCall(ScriptDefinition script, int keyCount, int argumentCount)
        : this((CallDefinition)script, keyCount, argumentCount)
    {
    }

    /// <summary>Creates a call of a function and rents the array for its keys and arguments.</summary>
    /// <param name="function">The function to call.</param>
    /// <param name="keyCount">The number of keys that will be added.</param>
    /// <param name="argumentCount">The number of arguments that will be added, including omitted ones.</param>
    public ScriptCall(FunctionDefinition function, int keyCount, int argumentCount)
        : this((CallDefinition)function, keyCount, argumentCount)
    {
    }

    private ScriptCall(CallDefinition definition, int keyCount, int argumentCount)
    {
        Definition = definition;
        _expected = FirstKeyWord + keyCount + argumentCount;
        _limit = Math.Min(_expected, MaxWords);
        KeyCount = keyCount;
        _words = ArrayPool<RespArgument>.Shared.Rent(_expected);
        _words[KeyCountWord] = new RespArgument((RedisValue)keyCount);
        _count = FirstKeyWord;
    }

    internal CallDefinition Definition { get; }

    /// <summary>The script; only for what concerns the script cache, which functions do not use.</summary>
    internal readonly ScriptDefinition Script => (ScriptDefinition)Definition;

    internal int KeyCount { get; }

    /// <summary>The key whose slot determines the cluster node, without the database's key prefix; null if there are no keys.</summary>
    internal readonly RedisKey? FirstKey => KeyCount > 0 ? Key(0) : default(RedisKey?);

    /// <summary>Adds a key. A database with a key prefix prefixes it; in a cluster its slot determines the node.</summary>
    /// <param name="key">The key.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="ArgumentException">The command would have more than 1,048,576 RESP arguments, including its name.</exception>
    public void AddKey(RedisKey key, string parameter)
    {
        if (key == default(RedisKey))
        {
            Refuse(new ArgumentNullException(parameter, "A key of a script cannot be null."));
        }

        Add(new RespArgument(key, parameter), parameter);
    }

    internal readonly RedisKey Key(int index) => _words[FirstKeyWord + index].Key;

    /// <summary>The name of the C# parameter that provided a key; <c>items[3]</c> for an item of a list.</summary>
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

    /// <summary>The RESP arguments of <c>EVALSHA</c>.</summary>
    internal readonly ReadOnlySpan<RespArgument> BySha1() => Words(Script.Sha1);

    /// <summary>The RESP arguments of <c>EVAL</c> or <c>FCALL</c>.</summary>
    internal readonly ReadOnlySpan<RespArgument> ByText() => Words(Definition.TextWord);

    /// <summary>A copy of the keys; null if there are none.</summary>
    internal readonly RedisKey[]? Keys()
    {
        if (KeyCount == 0)
        {
            return null;
        }

        var keys = new RedisKey[KeyCount];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Key(i);
        }

        return keys;
    }

    /// <summary>A copy of the arguments; null if there are none.</summary>
    internal readonly RedisValue[]? Arguments()
    {
        var words = _words.AsSpan(FirstKeyWord + KeyCount, _count - _omitted - FirstKeyWord - KeyCount);
        if (words.IsEmpty)
        {
            return null;
        }

        var arguments = new RedisValue[words.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = words[i].Value;
        }

        return arguments;
    }

    /// <summary>The number of RESP arguments, including omitted ones.</summary>
    internal readonly int Count => _count;

    /// <summary>Whether no list changed after its items were counted.</summary>
    internal readonly bool IsComplete => _count == _expected;

    /// <summary>Copies the RESP arguments to an array of the caller, which is made if it is too short, and returns the rented one.</summary>
    internal readonly ScriptCall MoveTo(ref RespArgument[]? kept)
    {
        if (kept is null || kept.Length < _count)
        {
            kept = new RespArgument[_count];
        }

        Array.Copy(_words, kept, _count);
        var moved = this;
        moved._words = kept;
        moved._isKept = true;
        Release();
        return moved;
    }

    /// <summary>Returns the array if it was rented, cleared so that nothing keeps keys and arguments alive.</summary>
    internal readonly void Release()
    {
        if (_isKept)
        {
            Array.Clear(_words, 0, _count);
        }
        else
        {
            ArrayPool<RespArgument>.Shared.Return(_words, clearArray: true);
        }
    }

    /// <summary>Throws if a list changed after its items were counted.</summary>
    internal readonly void DemandComplete()
    {
        if (!IsComplete)
        {
            Refuse(ListChanged());
        }
    }

    private readonly ReadOnlySpan<RespArgument> Words(RedisValue first)
    {
        _words[TextWord] = new RespArgument(first);
        return _words.AsSpan(0, _count - _omitted);
    }

    private void Add(RespArgument word, string? parameter)
    {
        // The rented array may be longer than requested, so its bounds check is not sufficient.
        if (_count >= _limit)
        {
            Refuse(_count == _expected ? ListChanged() : TooManyWords(parameter));
        }

        _words[_count++] = word;
        _omitted = 0;
    }

    private void Add(RedisValue value, string? parameter) => Add(new RespArgument(value), parameter);

    private readonly ScriptRefusedException ListChanged() =>
        new($"A list passed to {Definition.Name} changed while the call was being built.");

    private readonly ArgumentException TooManyWords(string? parameter) =>
        new($"{Definition.Name} was not sent: its keys and arguments would give the command more than 1,048,576 RESP arguments.", parameter);

    [DoesNotReturn]
    private readonly void Refuse(Exception exception)
    {
        Release();
        throw exception;
    }
}
