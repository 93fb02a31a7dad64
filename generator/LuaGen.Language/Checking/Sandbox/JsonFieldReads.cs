using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Collects the fields that a script reads from declared JSON: <c>cjson.decode(ARGV[1]).total</c>, also through locals and in loops.</summary>
internal sealed class JsonFieldReads : SyntaxWalker
{
    /// <summary>Fields deeper than this are not followed: JSON is not nested so deeply, and each field of a longer chain would cost the whole chain.</summary>
    private const int MaxDepth = 16;

    private readonly CheckedScript _checked;
    private readonly BoundScript _script;
    private readonly List<JsonFieldRead> _reads = [];
    private readonly HashSet<Expression> _targets = [];

    /// <summary>Fields that the script sets itself, in whatever table.</summary>
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);

    /// <summary>The loop variables that are elements of a list in JSON.</summary>
    private readonly Dictionary<LocalSymbol, Place> _elements = [];

    private JsonFieldReads(CheckedScript script) => (_checked, _script) = (script, script.Bound);

    /// <summary>The reads in source order, without those in included files; none if the header declares no JSON, or could not be read completely.</summary>
    public static IEnumerable<JsonFieldRead> In(CheckedScript script) => script.Composed is { } composed
        ? Read(script).Where(read => composed.ToSource(read.Span).File == composed.Files[0]).Select(read => read with { Span = composed.ToOwnFile(read.Span) })
        : Read(script);

    private static List<JsonFieldRead> Read(CheckedScript script)
    {
        if (!script.Header.IsComplete || !script.Header.Arguments.Any(argument => argument.Type.JsonTypes().Any()))
        {
            return [];
        }

        var reads = new JsonFieldReads(script);
        reads.VisitBlock(script.Bound.Tree.Chunk);
        reads._reads.RemoveAll(read => reads._assigned.Contains(read.Name));
        return reads._reads;
    }

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        foreach (var target in statement.Targets)
        {
            if (StepOf(target) is { Name: { } name })
            {
                _targets.Add(target);
                _assigned.Add(name);
            }
        }

        base.VisitAssignment(statement);
    }

    protected override void VisitGenericFor(GenericForStatement statement)
    {
        if (statement is { Variables: [_, var element], Iterators: [CallExpression { Arguments: [var list] } iterator] }
            && _script.FunctionCalled(iterator) is { FullName: "ipairs" } && PlaceOf(list) is { } place && _script.DeclaredBy(element) is { } symbol)
        {
            _elements[symbol] = place.To(JsonFieldRead.Element);
        }

        base.VisitGenericFor(statement);
    }

    protected override void Enter(Expression expression)
    {
        if (StepOf(expression) is { Name: { } name } step && name != JsonFieldRead.Element && !_targets.Contains(expression) && PlaceOf(step.Target) is { } place)
        {
            _reads.Add(new JsonFieldRead(place.TypeName, place.To(name).Path, step.Span));
        }
    }

    /// <summary>Where in the JSON of an argument a value comes from; <see langword="null"/> if it is another value.</summary>
    private Place? PlaceOf(Expression expression)
    {
        var steps = new Stack<string>();
        var value = _script.Resolve(expression);
        while (StepOf(value) is { } step)
        {
            if (steps.Count == MaxDepth)
            {
                return null;
            }

            steps.Push(step.Name);
            value = _script.Resolve(step.Target);
        }

        if (RootOf(value) is not { } place)
        {
            return null;
        }

        foreach (var step in steps)
        {
            place = place.To(step);
        }

        return place;
    }

    private Place? RootOf(Expression value) => value switch
    {
        NameExpression name when _script.LocalOf(name) is { IsReassigned: false } symbol && _elements.TryGetValue(symbol, out var element) => element,
        CallExpression { Arguments: [var text] } decode when _script.FunctionCalled(decode) is { FullName: "cjson.decode" } => _checked.Arguments.Of(text)?.Type switch
        {
            JsonType json => new Place(json.TypeName, []),
            NullableType { Inner: JsonType json } => new Place(json.TypeName, []),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The table that a field is read from, and the field's name.</summary>
    private (Expression Target, string Name, SourceSpan Span)? StepOf(Expression expression) => expression switch
    {
        MemberExpression member => (member.Target, member.Member.Name, member.Member.Span),
        IndexExpression index => (index.Target, _script.Resolve(index.Index) is StringLiteral name ? name.Value : JsonFieldRead.Element, index.Index.Span),
        _ => null,
    };

    private readonly record struct Place(string TypeName, EquatableArray<string> Path)
    {
        public Place To(string step) => this with { Path = [.. Path, step] };
    }
}
