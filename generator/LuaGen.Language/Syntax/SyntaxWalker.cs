namespace LuaGen.Language.Syntax;

/// <summary>
/// Walks a tree in source order. The compiler's nesting limit bounds the depth, except for left-recursive chains
/// (<c>1 + 1 + 1 …</c>, <c>f()()() …</c>), which may be as long as the file: those are walked in a loop.
/// </summary>
internal abstract class SyntaxWalker
{
    /// <summary>The pending expressions of the chains that are being walked.</summary>
    private readonly Stack<Expression> _spine = new();

    protected virtual void VisitBlock(Block block)
    {
        // The lists of a tree are arrays, and every check walks them: as arrays they need no interface call for each node.
        foreach (var statement in (Statement[])block.Statements)
        {
            VisitStatement(statement);
        }
    }

    protected virtual void VisitStatement(Statement statement)
    {
        switch (statement)
        {
            case LocalStatement local:
                VisitLocal(local);
                break;
            case AssignmentStatement assignment:
                VisitAssignment(assignment);
                break;
            case CallStatement call:
                VisitExpression(call.Call);
                break;
            case DoStatement @do:
                VisitBlock(@do.Body);
                break;
            case WhileStatement @while:
                VisitCondition(@while.Condition);
                VisitBlock(@while.Body);
                break;
            case RepeatStatement repeat:
                VisitRepeat(repeat);
                break;
            case IfStatement @if:
                VisitIf(@if);
                break;
            case NumericForStatement numeric:
                VisitNumericFor(numeric);
                break;
            case GenericForStatement generic:
                VisitGenericFor(generic);
                break;
            case FunctionStatement function:
                VisitFunction(function);
                break;
            case LocalFunctionStatement function:
                VisitLocalFunction(function);
                break;
            case ReturnStatement @return:
                VisitAll(@return.Values);
                break;
        }
    }

    protected virtual void VisitLocal(LocalStatement statement) => VisitAll(statement.Values);

    protected virtual void VisitAssignment(AssignmentStatement statement)
    {
        VisitAll(statement.Targets);
        VisitAll(statement.Values);
    }

    protected virtual void VisitRepeat(RepeatStatement statement)
    {
        VisitBlock(statement.Body);
        VisitCondition(statement.Condition);
    }

    protected virtual void VisitIf(IfStatement statement)
    {
        foreach (var clause in statement.Clauses)
        {
            VisitCondition(clause.Condition);
            VisitBlock(clause.Body);
        }

        if (statement.Else is { } otherwise)
        {
            VisitBlock(otherwise);
        }
    }

    protected virtual void VisitNumericFor(NumericForStatement statement)
    {
        VisitForBounds(statement);
        VisitBlock(statement.Body);
    }

    protected void VisitForBounds(NumericForStatement statement)
    {
        VisitExpression(statement.Start);
        VisitExpression(statement.Limit);
        if (statement.Step is { } step)
        {
            VisitExpression(step);
        }
    }

    protected virtual void VisitGenericFor(GenericForStatement statement)
    {
        VisitAll(statement.Iterators);
        VisitBlock(statement.Body);
    }

    protected virtual void VisitFunction(FunctionStatement statement)
    {
        VisitExpression(statement.Name);
        VisitFunctionBody(statement.Body, hasSelf: statement.Method is not null);
    }

    protected virtual void VisitLocalFunction(LocalFunctionStatement statement) => VisitFunctionBody(statement.Body, hasSelf: false);

    protected virtual void VisitFunctionBody(FunctionBody body, bool hasSelf) => VisitBlock(body.Block);

    /// <summary>Called before the node's children.</summary>
    protected virtual void Enter(Expression expression)
    {
    }

    /// <summary>Called for the condition of an <c>if</c> or a loop, before it is entered as an expression.</summary>
    protected virtual void EnterCondition(Expression condition)
    {
    }

    protected void VisitAll(IReadOnlyList<Expression> expressions)
    {
        if (expressions is Expression[] array)
        {
            foreach (var expression in array)
            {
                VisitExpression(expression);
            }

            return;
        }

        foreach (var expression in expressions)
        {
            VisitExpression(expression);
        }
    }

    protected void VisitExpression(Expression expression)
    {
        var below = _spine.Count;
        Enter(expression);
        while (LeftOf(expression) is { } left)
        {
            _spine.Push(expression);
            expression = left;
            Enter(expression);
        }

        VisitChildren(expression);
        while (_spine.Count > below)
        {
            VisitChildren(_spine.Pop());
        }
    }

    private void VisitCondition(Expression condition)
    {
        EnterCondition(condition);
        VisitExpression(condition);
    }

    /// <summary>The child that continues a left-recursive chain.</summary>
    internal static Expression? LeftOf(Expression expression) => expression switch
    {
        BinaryExpression binary => binary.Left,
        CallExpression call => call.Function,
        MethodCallExpression call => call.Target,
        MemberExpression member => member.Target,
        IndexExpression index => index.Target,
        _ => null,
    };

    /// <summary>Visits all children except the left one.</summary>
    private void VisitChildren(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression binary:
                VisitExpression(binary.Right);
                break;
            case CallExpression call:
                VisitAll(call.Arguments);
                break;
            case MethodCallExpression call:
                VisitAll(call.Arguments);
                break;
            case IndexExpression index:
                VisitExpression(index.Index);
                break;
            case UnaryExpression unary:
                VisitExpression(unary.Operand);
                break;
            case ParenthesizedExpression parenthesized:
                VisitExpression(parenthesized.Inner);
                break;
            case FunctionExpression function:
                VisitFunctionBody(function.Body, hasSelf: false);
                break;
            case TableConstructor table:
                VisitFields(table);
                break;
        }
    }

    private void VisitFields(TableConstructor table)
    {
        foreach (var field in table.Fields)
        {
            if (field is KeyedField keyed)
            {
                VisitExpression(keyed.Key);
            }

            VisitExpression(field.Value);
        }
    }
}
