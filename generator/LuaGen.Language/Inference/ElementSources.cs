using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Inference;

/// <summary>Follows a value back to the element of <c>KEYS</c> or <c>ARGV</c> that it is, through locals, <c>tonumber</c> and defaults.</summary>
internal sealed class ElementSources : SyntaxWalker
{
    private const int MaxDepth = 12;

    private readonly TypedScript _types;
    private readonly BoundScript _script;
    private readonly Dictionary<LocalSymbol, List<Expression?>> _assigned = [];

    private ElementSources(TypedScript types, OpenReads reads) => (_types, _script, Reads) = (types, types.Script, reads);

    public OpenReads Reads { get; }

    public static ElementSources Of(TypedScript types, OpenReads reads)
    {
        var sources = new ElementSources(types, reads);
        sources.VisitBlock(types.Script.Tree.Chunk);
        return sources;
    }

    /// <summary>The element that a value is, as a text or as the number that it spells.</summary>
    public ElementReference? Of(Expression expression) => Of(expression, 0, []);

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        for (var i = 0; i < statement.Targets.Count; i++)
        {
            if (statement.Targets[i] is NameExpression name && _script.LocalOf(name) is { } local)
            {
                if (!_assigned.TryGetValue(local, out var values))
                {
                    _assigned.Add(local, values = []);
                }

                values.Add(i < statement.Values.Count ? statement.Values[i] : null);
            }
        }

        base.VisitAssignment(statement);
    }

    private ElementReference? Of(Expression expression, int depth, HashSet<LocalSymbol> followed)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        if (Reads.Elements.TryGetValue(expression, out var repeated))
        {
            return repeated;
        }

        switch (expression)
        {
            case ParenthesizedExpression parenthesized:
                return Of(parenthesized.Inner, depth + 1, followed);
            case IndexExpression index when _script.TableOf(index.Target) is not null:
                return _script.ElementAt(index) is var (table, position) ? new ElementReference(table, position, IsRepeated: false) : null;
            case CallExpression { Arguments.Count: > 0 } call when _script.IsGlobal(call.Function, "tonumber") || _script.IsGlobal(call.Function, "tostring"):
                return Of(call.Arguments[0], depth + 1, followed);
            case BinaryExpression { Operator: BinaryOperator.Or } choice when IsConstant(choice.Right):
                return Of(choice.Left, depth + 1, followed);
            case NameExpression name when _script.LocalOf(name) is { } local:
                return OfLocal(local, depth, followed) ?? OfValue(expression);
            default:
                return OfValue(expression);
        }
    }

    private ElementReference? OfLocal(LocalSymbol local, int depth, HashSet<LocalSymbol> followed)
    {
        if (local.Value is not { } value || !followed.Add(local))
        {
            return null;
        }

        var element = Of(value, depth + 1, followed);
        if (element is null || !local.IsReassigned)
        {
            return element;
        }

        // "limit = tonumber(limit)", "if not limit then limit = 10 end"
        return _assigned.TryGetValue(local, out var values) && values.All(each => each is not null && (IsConstant(each) || Mentions(each, local))) ? element : null;
    }

    /// <summary>Whether an assigned value is the local's own, converted, with a default, or counted up or down by a whole number: a fraction stays one.</summary>
    private bool Mentions(Expression expression, LocalSymbol local) => expression switch
    {
        ParenthesizedExpression parenthesized => Mentions(parenthesized.Inner, local),
        CallExpression { Arguments: [var argument, ..] } call => _script.IsGlobal(call.Function, "tonumber") && Mentions(argument, local),
        BinaryExpression { Operator: BinaryOperator.Or } choice => Mentions(choice.Left, local) && IsConstant(choice.Right),
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract } count => Mentions(count.Left, local) && _types.TypeOf(count.Right).Is(LuaKinds.Integer),
        NameExpression name => _script.LocalOf(name) == local,
        _ => false,
    };

    private static bool IsConstant(Expression expression) => expression is NumberLiteral or StringLiteral or UnaryExpression { Operand: NumberLiteral };

    /// <summary>The element that type inference found, such as the argument of a local function.</summary>
    private ElementReference? OfValue(Expression expression) =>
        _types.TypeOf(expression) is { Detail: Parameter { Index: > 0 } parameter, Provenance: Provenance.Argument or Provenance.Key } ? new ElementReference(parameter.Table, parameter.Index, IsRepeated: false) : null;
}
