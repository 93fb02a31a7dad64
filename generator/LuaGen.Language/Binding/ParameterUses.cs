using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>A constant index into <c>KEYS</c> or <c>ARGV</c>; below 1 if no element can have the index.</summary>
internal readonly record struct IndexUse(ParameterTable Table, int Index, SourceSpan Span);

/// <summary>The places that read <c>KEYS</c> and <c>ARGV</c>: at constant indexes, from an index onward, or in ways that cannot be followed.</summary>
internal sealed class ParameterUses : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly List<IndexUse> _indexes = [];
    private readonly HashSet<Expression> _followed = [];
    private readonly int[] _openFrom = [int.MaxValue, int.MaxValue];

    /// <summary>Whether the script writes to the table; then any element can be at any index.</summary>
    private readonly bool[] _isStored = new bool[2];

    private ParameterUses(BoundScript script) => _script = script;

    /// <summary>All constant indexes, in source order.</summary>
    public IReadOnlyList<IndexUse> Indexes => _indexes;

    public static ParameterUses Of(BoundScript script)
    {
        var uses = new ParameterUses(script);
        uses.VisitBlock(script.Tree.Chunk);
        uses._indexes.RemoveAll(use => use.Index < 1 && uses._isStored[(int)use.Table]);
        return uses;
    }

    /// <summary>Whether the script may read the element.</summary>
    public bool MayUse(ParameterTable table, int index) =>
        index >= _openFrom[(int)table] || _indexes.Any(use => use.Table == table && use.Index == index);

    /// <summary>Whether the script reads an unknown number of elements.</summary>
    public bool IsOpen(ParameterTable table) => _openFrom[(int)table] != int.MaxValue;

    protected override void VisitLocal(LocalStatement statement)
    {
        // "local keys = KEYS" is followed through the alias.
        for (var i = 0; i < statement.Values.Count && i < statement.Names.Count; i++)
        {
            if (IsTableName(statement.Values[i]) && _script.DeclaredBy(statement.Names[i])?.OnlyValue == statement.Values[i])
            {
                _followed.Add(statement.Values[i]);
            }
        }

        base.VisitLocal(statement);
    }

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        foreach (var target in statement.Targets)
        {
            var stored = target switch
            {
                IndexExpression index => _script.TableOf(index.Target),
                MemberExpression member => _script.TableOf(member.Target),
                _ => null,
            };
            if (stored is { } table)
            {
                _isStored[(int)table] = true;
            }
        }

        base.VisitAssignment(statement);
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case IndexExpression index when _script.TableOf(index.Target) is { } table:
                AddIndex(table, index);
                break;
            case MemberExpression member when _script.TableOf(member.Target) is { } table:
                _followed.Add(member.Target);
                _indexes.Add(new IndexUse(table, 0, member.Span));
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length when IsTableName(length.Operand):
                _followed.Add(length.Operand);
                break;
            case CallExpression call when IsUnpack(call) && _script.TableOf(call.Arguments[0]) is { } table:
                AddUnpack(table, call);
                break;
            case NameExpression name when !_followed.Contains(name) && !_script.IsHandedOn(name) && _script.TableOf(name) is { } table:
                _openFrom[(int)table] = 0;
                _isStored[(int)table] = true;
                break;
            case NameExpression name when _script.LocalOf(name) is null && name.Name is "_G" or "loadstring" or "load" or "getfenv":
                _openFrom[0] = _openFrom[1] = 0;
                break;
        }
    }

    private void AddIndex(ParameterTable table, IndexExpression expression)
    {
        _followed.Add(expression.Target);
        if (_script.IntegerOf(expression.Index) is { } index)
        {
            _indexes.Add(new IndexUse(table, index, expression.Span));
        }
        else if (IsStray(_script.Resolve(expression.Index)))
        {
            _indexes.Add(new IndexUse(table, 0, expression.Span));
        }
        else
        {
            _openFrom[(int)table] = 0;
        }
    }

    /// <summary>A constant that is not an integer; <c>KEYS['1']</c> is not <c>KEYS[1]</c>.</summary>
    private static bool IsStray(Expression index) => index is NumberLiteral or StringLiteral or BooleanLiteral or NilLiteral or UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral };

    /// <summary><c>unpack(ARGV)</c>, <c>unpack(ARGV, 2)</c></summary>
    private void AddUnpack(ParameterTable table, CallExpression call)
    {
        _followed.Add(call.Arguments[0]);
        var from = call.Arguments.Count == 1 ? 1 : _script.IntegerOf(call.Arguments[1]) ?? 0;
        _openFrom[(int)table] = Math.Min(_openFrom[(int)table], from);
    }

    private bool IsUnpack(CallExpression call) => call.Arguments.Count > 0 && _script.IsGlobal(_script.Resolve(call.Function), "unpack");

    private bool IsTableName(Expression expression) => expression is NameExpression && _script.TableOf(expression) is not null;
}
