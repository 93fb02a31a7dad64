namespace LuaGen.Language.Checking.Commands;

/// <summary>The states of the keys at one point of a script. A branch works on a copy, which its first change makes.</summary>
internal sealed class KeyStates
{
    /// <summary>The number of keys that are followed at a time. Ordinary scripts have fewer, and copying many would take quadratic time.</summary>
    private const int MaxKeys = 32;

    /// <summary>The keys that any command so far has used.</summary>
    private readonly HashSet<KeyName> _used = [];
    private Dictionary<KeyName, KeyState> _states = [];

    /// <summary>Whether the states belong to the code before a branch, so that the branch must change a copy.</summary>
    private bool _isShared;

    public bool IsEmpty => _states.Count == 0;

    /// <summary>The state of a key that a command uses, and whether one has used it before.</summary>
    public (KeyState? State, bool WasUsed) Use(KeyName key)
    {
        if (_states.Count > MaxKeys)
        {
            Forget();
        }

        return (_states.TryGetValue(key, out var state) ? state : null, !_used.Add(key));
    }

    /// <param name="key">The key.</param>
    /// <param name="state">What is known of it; <see langword="null"/> if nothing is.</param>
    public void Set(KeyName key, KeyState? state)
    {
        if (_isShared)
        {
            (_states, _isShared) = (new Dictionary<KeyName, KeyState>(_states), false);
        }

        if (state is null)
        {
            _states.Remove(key);
        }
        else
        {
            _states[key] = state;
        }
    }

    public void Forget()
    {
        if (_states.Count > 0)
        {
            (_states, _isShared) = ([], false);
        }
    }

    /// <summary>Begins a body that runs after what is known here.</summary>
    public Point BeginBranch()
    {
        var before = new Point(_states, _isShared);
        _isShared = true;
        return before;
    }

    /// <summary>Begins a body of which it is not known what ran before.</summary>
    public Point BeginApart()
    {
        var before = new Point(_states, _isShared);
        (_states, _isShared) = ([], false);
        return before;
    }

    /// <summary>Ends a body: what is known after it is what was known before it.</summary>
    public void End(Point before) => (_states, _isShared) = before;

    /// <summary>The states before a body.</summary>
    public readonly record struct Point(Dictionary<KeyName, KeyState> States, bool IsShared);
}
