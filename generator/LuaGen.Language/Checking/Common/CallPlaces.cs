using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>The blocks that contain each call, to decide whether one run of the script makes two given calls.</summary>
internal sealed class CallPlaces : SyntaxWalker
{
    private readonly Dictionary<Expression, Place> _places = [];
    private readonly HashSet<Expression> _unconditional = [];
    private Place? _place;
    private int _loops;
    private int _functions;

    private CallPlaces()
    {
    }

    public static CallPlaces Of(SyntaxTree tree)
    {
        var places = new CallPlaces();
        places.VisitBlock(tree.Chunk);
        return places;
    }

    public bool IsInLoop(CallExpression call) => _places.TryGetValue(call, out var place) && place.IsInLoop;

    public bool IsInFunction(CallExpression call) => _places.TryGetValue(call, out var place) && place.IsInFunction;

    /// <summary>Whether every run that makes the later call has already made the earlier one.</summary>
    public bool IsAlwaysBefore(CallExpression earlier, CallExpression later)
    {
        if (!_unconditional.Contains(earlier) || !_places.TryGetValue(earlier, out var first) || !_places.TryGetValue(later, out var place))
        {
            return false;
        }

        for (Place? around = place; around is not null; around = around.Parent)
        {
            if (around == first)
            {
                return earlier.Span.Start < later.Span.Start;
            }
        }

        return false;
    }

    protected override void VisitBlock(Block block)
    {
        _place = new Place(_place, _loops > 0, _functions > 0);
        base.VisitBlock(block);
        _place = _place.Parent;
    }

    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
        _functions++;
        base.VisitFunctionBody(body, hasSelf);
        _functions--;
    }

    protected override void VisitStatement(Statement statement)
    {
        var isLoop = statement is WhileStatement or RepeatStatement or NumericForStatement or GenericForStatement;
        _loops += isLoop ? 1 : 0;
        AddUnconditional(statement);
        base.VisitStatement(statement);
        _loops -= isLoop ? 1 : 0;
    }

    protected override void Enter(Expression expression)
    {
        if (expression is CallExpression)
        {
            _places[expression] = _place!;
        }
    }

    /// <summary>Adds the calls that a statement always makes, which excludes the right operands of <c>and</c> and <c>or</c>.</summary>
    private void AddUnconditional(Statement statement)
    {
        switch (statement)
        {
            case CallStatement call:
                _unconditional.Add(call.Call);
                break;
            case LocalStatement local:
                AddCalls(local.Values);
                break;
            case AssignmentStatement assignment:
                AddCalls(assignment.Values);
                break;
        }
    }

    private void AddCalls(IReadOnlyList<Expression> values)
    {
        foreach (var value in values)
        {
            // TIME(…)[1] makes the call too.
            var called = value is IndexExpression { Target: var target } ? target : value;
            if (called is CallExpression)
            {
                _unconditional.Add(called);
            }
        }
    }

    private sealed class Place(Place? parent, bool isInLoop, bool isInFunction)
    {
        public Place? Parent { get; } = parent;

        public bool IsInLoop { get; } = isInLoop;

        public bool IsInFunction { get; } = isInFunction;
    }
}
