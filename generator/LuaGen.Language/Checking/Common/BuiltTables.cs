using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Common;

/// <summary>What a script does with its tables: with each local that holds one constructor and is never assigned again.</summary>
internal sealed class BuiltTables : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly Dictionary<LocalSymbol, BuiltTable> _tables = [];

    /// <summary>Names of tables in places that are understood.</summary>
    private readonly HashSet<Expression> _understood = [];

    /// <summary>The number of blocks around the statement.</summary>
    private int _depth;

    private BuiltTables(BoundScript script) => _script = script;

    public static BuiltTables Of(BoundScript script)
    {
        var tables = new BuiltTables(script);
        tables.VisitBlock(script.Tree.Chunk);
        return tables;
    }

    public IEnumerable<BuiltTable> All => _tables.Values;

    /// <summary>The uses of the table that an expression names; <see langword="null"/> if it names none.</summary>
    public BuiltTable? Of(Expression expression) =>
        expression is NameExpression name && _script.LocalOf(name) is { OnlyValue: TableConstructor } symbol && _tables.TryGetValue(symbol, out var table) ? table : null;

    protected override void VisitBlock(Block block)
    {
        _depth++;
        base.VisitBlock(block);
        _depth--;
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        foreach (var name in statement.Names)
        {
            if (_script.DeclaredBy(name) is { OnlyValue: TableConstructor constructor } symbol)
            {
                _tables[symbol] = new BuiltTable(constructor, _depth);
            }
        }

        base.VisitLocal(statement);
    }

    protected override void VisitAssignment(AssignmentStatement statement)
    {
        for (var i = 0; i < statement.Targets.Count; i++)
        {
            var target = statement.Targets[i];
            var value = i < statement.Values.Count ? statement.Values[i] : null;
            switch (target)
            {
                case MemberExpression member when Understand(member.Target) is { } table:
                    table.Fields.Add((member.Member.Span, member.Member.Name, value));
                    break;
                case IndexExpression { Index: StringLiteral name } index when Understand(index.Target) is { } table:
                    table.Fields.Add((index.Span, name.Value, value));
                    break;
                case IndexExpression index when Understand(index.Target) is { } table:
                    table.Stores.Add((index.Index, value, _depth > table.Depth));
                    VisitExpression(index.Index);
                    break;
                case NameExpression:
                    break;
                default:
                    VisitExpression(target);
                    break;
            }
        }

        VisitAll(statement.Values);
    }

    protected override void VisitFunction(FunctionStatement statement)
    {
        if (statement is { Method: null, Name: MemberExpression member } && Understand(member.Target) is { } table)
        {
            table.Fields.Add((member.Member.Span, member.Member.Name, new FunctionExpression(statement.Span, statement.Body)));
            VisitFunctionBody(statement.Body, hasSelf: false);
        }
        else
        {
            base.VisitFunction(statement);
        }
    }

    protected override void VisitStatement(Statement statement)
    {
        if (statement is ReturnStatement { Values: [var returned] } && Understand(returned) is { } table)
        {
            table.IsReturned = true;
        }

        base.VisitStatement(statement);
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case MemberExpression member when Understand(member.Target) is { } table:
                table.Read.Add(member.Member.Name);
                break;
            case IndexExpression index when Understand(index.Target) is { } table:
                Read(table, index.Index);
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length when Understand(length.Operand) is not null:
                break;
            case CallExpression { Arguments: [var argument, ..] } call:
                EnterCall(call, argument);
                break;
            case NameExpression name when !_understood.Contains(name) && Of(name) is { } table:
                table.IsUsedOtherwise = true;
                break;
        }
    }

    private void EnterCall(CallExpression call, Expression argument)
    {
        switch (_script.FunctionCalled(call)?.FullName)
        {
            case "table.insert" when Understand(argument) is { } table:
                table.Stores.Add((null, call.Arguments[call.Arguments.Count - 1], _depth > table.Depth));
                break;
            case "cjson.encode" when Understand(argument) is { } table:
                table.IsEncoded = true;
                break;
            case "ipairs" or "table.concat" or "unpack" or "table.getn":
                Understand(argument);
                break;
        }
    }

    private static void Read(BuiltTable table, Expression index)
    {
        switch (index)
        {
            case StringLiteral name:
                table.Read.Add(name.Value);
                break;
            case NumberLiteral or UnaryExpression or BinaryExpression { Operator: < BinaryOperator.Concatenate }:
                break;
            default:
                table.IsReadByAnyName = true;
                break;
        }
    }

    private BuiltTable? Understand(Expression expression)
    {
        var table = Of(expression);
        if (table is not null)
        {
            _understood.Add(expression);
        }

        return table;
    }
}

/// <summary>The uses of one table.</summary>
internal sealed class BuiltTable(TableConstructor constructor, int depth)
{
    /// <summary>The number of blocks around the declaration.</summary>
    public int Depth { get; } = depth;

    public TableConstructor Constructor { get; } = constructor;

    /// <summary>What is stored under names, after the constructor.</summary>
    public List<(SourceSpan Span, string Name, Expression? Value)> Fields { get; } = [];

    /// <summary>What is stored under other keys; the key is <see langword="null"/> for <c>table.insert</c>, and a store is conditional in a branch, a loop or a function.</summary>
    public List<(Expression? Key, Expression? Value, bool IsConditional)> Stores { get; } = [];

    /// <summary>The names that are read.</summary>
    public HashSet<string> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is read under a key that may be any name.</summary>
    public bool IsReadByAnyName { get; set; }

    public bool IsReturned { get; set; }

    /// <summary>Whether <c>cjson.encode</c> gets it.</summary>
    public bool IsEncoded { get; set; }

    /// <summary>Whether it is passed on, or compared, or used in a function's way that is not listed here.</summary>
    public bool IsUsedOtherwise { get; set; }
}
