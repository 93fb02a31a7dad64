using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <summary>
/// Infers the possible values of every expression by abstract interpretation: it runs the script on kinds of values instead
/// of values.
/// </summary>
/// <remarks>
/// Locals are tracked per path. Locals that functions share, tables and functions are summarized over the whole script. If
/// one point learns something too late for another, a further round is needed. Rounds, loop passes, depth and steps are
/// bounded; for a script that exceeds a bound, nothing is known.
/// </remarks>
internal sealed partial class TypeInference
{
    private const int MaxRounds = 8;

    /// <summary>The maximum nesting of statements and expressions, including calls of the script's own functions.</summary>
    private const int MaxDepth = 400;

    /// <summary>The maximum number of steps per character of the script; a typical script needs fewer than one.</summary>
    private const int StepsPerCharacter = 16;

    /// <summary>An estimate with which the dictionary of a typical script is allocated once, in the right size.</summary>
    private const int CharactersPerExpression = 7;

    private readonly BoundScript _script;
    private readonly DeclaredParameters _declared;
    private readonly CancellationToken _cancellationToken;
    private readonly Fixpoint _fixpoint = new();

    /// <summary>The elements of pages, by the commands that reply with them (SCAN).</summary>
    private readonly Dictionary<string, TableSummary> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<Expression, AbstractValue> _values;
    private readonly Dictionary<Expression, TableSummary> _tables = [];
    private readonly Dictionary<FunctionBody, FunctionSummary> _functions = [];
    private readonly List<FunctionSummary> _functionsInOrder = [];
    private readonly Dictionary<LocalSymbol, Cell> _cells = [];
    private readonly Dictionary<int, ReturnStatement> _returns = [];

    /// <summary>Whether the script assigns elements of <c>KEYS</c> and of <c>ARGV</c>.</summary>
    private readonly bool[] _isSet = new bool[2];
    private readonly int _maxSteps;

    private Frame _frame = new(Function: null);

    /// <summary>The current locals; <see langword="null"/> at a point that is not reached.</summary>
    private LocalEnvironment? _locals;
    private int _steps;
    private int _depth;
    private int _round;
    private bool _hasGivenUp;

    private TypeInference(BoundScript script, DeclaredParameters declared, CancellationToken cancellationToken)
    {
        _script = script;
        _declared = declared;
        _cancellationToken = cancellationToken;
        _values = new Dictionary<Expression, AbstractValue>(script.Tree.Chunk.Span.Length / CharactersPerExpression);
        _maxSteps = 4096 + (script.Tree.Chunk.Span.Length * StepsPerCharacter);
    }

    public static TypedScript Run(BoundScript script, DeclaredParameters declared, CancellationToken cancellationToken)
    {
        var inference = new TypeInference(script, declared, cancellationToken);
        inference.RunRounds();
        return inference._hasGivenUp
            ? TypedScript.Unknown(script)
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
            _fixpoint.MustRepeat = false;
            _round++;
            _locals = new LocalEnvironment();
            RunBlock(_script.Tree.Chunk);
            RunEscaped();
        }
        while (_fixpoint.MustRepeat && !_hasGivenUp && _round < MaxRounds);
        _hasGivenUp |= _fixpoint.MustRepeat;
    }

    /// <summary>Analyzes escaped functions, which unknown code may call with any arguments.</summary>
    private void RunEscaped()
    {
        // The analysis of one function may find more.
        for (var i = 0; i < _functionsInOrder.Count; i++)
        {
            var function = _functionsInOrder[i];
            if (function.HasEscaped)
            {
                CallFunction(function, ValueList.Unknown);
            }
        }

        // A function that escapes only now, or in a later function, waits for the next round.
        _fixpoint.MustRepeat |= _functionsInOrder.Exists(function => function.HasEscaped && function.Round != _round);
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

    private TableSummary TableMadeAt(Expression expression)
    {
        if (!_tables.TryGetValue(expression, out var table))
        {
            _tables.Add(expression, table = new TableSummary(_fixpoint));
        }

        return table.Root;
    }

    private FunctionSummary FunctionOf(FunctionBody body, bool hasSelf)
    {
        if (!_functions.TryGetValue(body, out var function))
        {
            _functions.Add(body, function = new FunctionSummary(body, hasSelf, _frame.Depth + 1));
            _functionsInOrder.Add(function);
        }

        return function;
    }

    /// <summary>A local that several functions share: the join of all its values.</summary>
    private sealed class Cell
    {
        public AbstractValue Value { get; set; }

        public bool WasRead { get; set; }
    }

    /// <summary>The function that is being analyzed; null for the main chunk.</summary>
    private sealed record Frame(FunctionSummary? Function)
    {
        public int Depth => Function?.Depth ?? 0;

        /// <summary>For each enclosing loop, the locals where <c>break</c> leaves it; the innermost loop last.</summary>
        public Stack<LocalEnvironment?> Breaks { get; } = new();

        /// <summary>The locals in scope, by slot.</summary>
        public Dictionary<int, LocalSymbol> Symbols { get; } = [];
    }
}
