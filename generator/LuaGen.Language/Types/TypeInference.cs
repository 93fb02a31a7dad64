using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <summary>
/// Finds what every expression of a script can be, by running the script on kinds of values instead of values
/// (an abstract interpretation).
/// </summary>
/// <remarks>
/// Locals are followed along the branches; those that functions share, tables and functions are taken over the whole
/// script at once. What one place learns too late for another makes a further round; rounds, loops, depth and steps are
/// bounded, and a script beyond the bounds is one of which nothing is known.
/// </remarks>
internal sealed partial class TypeInference
{
    private const int MaxRounds = 8;

    /// <summary>Statements and expressions within each other, calls of the script's own functions among them.</summary>
    private const int MaxDepth = 400;

    /// <summary>Steps for each character of the script; a common one needs less than one.</summary>
    private const int StepsPerCharacter = 16;

    /// <summary>So many make the common script's dictionary right at once.</summary>
    private const int CharactersPerExpression = 7;

    private readonly BoundScript _script;
    private readonly DeclaredParameters _declared;
    private readonly CancellationToken _cancellationToken;
    private readonly Progress _progress = new();
    private readonly Dictionary<Expression, LuaValue> _values;
    private readonly Dictionary<Expression, TableFacts> _tables = [];
    private readonly Dictionary<FunctionBody, FunctionFacts> _functions = [];
    private readonly List<FunctionFacts> _functionsInOrder = [];
    private readonly Dictionary<LocalSymbol, Cell> _cells = [];
    private readonly Dictionary<int, ReturnStatement> _returns = [];

    /// <summary>Whether the script changes <c>KEYS</c>, and <c>ARGV</c>.</summary>
    private readonly bool[] _isSet = new bool[2];
    private readonly int _maxSteps;

    private Frame _frame = new(Function: null);

    /// <summary>What the locals hold; <see langword="null"/> where nothing gets to.</summary>
    private LocalValues? _locals;
    private int _steps;
    private int _depth;
    private int _round;
    private bool _hasGivenUp;

    private TypeInference(BoundScript script, DeclaredParameters declared, CancellationToken cancellationToken)
    {
        _script = script;
        _declared = declared;
        _cancellationToken = cancellationToken;
        _values = new Dictionary<Expression, LuaValue>(script.Tree.Chunk.Span.Length / CharactersPerExpression);
        _maxSteps = 4096 + (script.Tree.Chunk.Span.Length * StepsPerCharacter);
    }

    public static TypedScript Run(BoundScript script, DeclaredParameters declared, CancellationToken cancellationToken)
    {
        var inference = new TypeInference(script, declared, cancellationToken);
        inference.RunRounds();
        return inference._hasGivenUp
            ? new TypedScript(script, new Dictionary<Expression, LuaValue>(), []) { IsKnown = false }
            : new TypedScript(script, inference._values, InOrder(inference._returns));
    }

    private static T[] InOrder<T>(Dictionary<int, T> byPlace)
    {
        var places = new int[byPlace.Count];
        var items = new T[byPlace.Count];
        byPlace.Keys.CopyTo(places, 0);
        byPlace.Values.CopyTo(items, 0);
        Array.Sort(places, items);
        return items;
    }

    private void RunRounds()
    {
        do
        {
            _progress.MustRepeat = false;
            _round++;
            _locals = new LocalValues();
            RunBlock(_script.Tree.Chunk);
            RunEscaped();
        }
        while (_progress.MustRepeat && !_hasGivenUp && _round < MaxRounds);
        _hasGivenUp |= _progress.MustRepeat;
    }

    /// <summary>Functions that somebody else calls are called with anything.</summary>
    private void RunEscaped()
    {
        // Running one may find more.
        for (var i = 0; i < _functionsInOrder.Count; i++)
        {
            var function = _functionsInOrder[i];
            if (function.HasEscaped)
            {
                CallFunction(function, ValueList.Unknown);
            }
        }

        // A function that is let go only now, or only by a later one, waits for the next round.
        _progress.MustRepeat |= _functionsInOrder.Exists(function => function.HasEscaped && function.Round != _round);
    }

    private bool HasGivenUp()
    {
        if (++_steps > _maxSteps || _depth > MaxDepth)
        {
            _hasGivenUp = true;
        }

        if ((_steps & 0xFF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        return _hasGivenUp;
    }

    private TableFacts TableMadeAt(Expression expression)
    {
        if (!_tables.TryGetValue(expression, out var table))
        {
            _tables.Add(expression, table = new TableFacts(_progress));
        }

        return table.Root;
    }

    private FunctionFacts FunctionOf(FunctionBody body, bool hasSelf)
    {
        if (!_functions.TryGetValue(body, out var function))
        {
            _functions.Add(body, function = new FunctionFacts(body, hasSelf, _frame.Depth + 1));
            _functionsInOrder.Add(function);
        }

        return function;
    }

    /// <summary>A local that several functions share: all that it ever holds.</summary>
    private sealed class Cell
    {
        public LuaValue Value { get; set; }

        public bool WasRead { get; set; }
    }

    /// <summary>The function that is being run; none for the script itself.</summary>
    private sealed record Frame(FunctionFacts? Function)
    {
        public int Depth => Function?.Depth ?? 0;

        /// <summary>For each loop that runs what holds where <c>break</c> leaves it, the innermost last.</summary>
        public Stack<LocalValues?> Breaks { get; } = new();

        /// <summary>The locals that are in scope, by their slots.</summary>
        public Dictionary<int, LocalSymbol> Symbols { get; } = [];
    }
}
