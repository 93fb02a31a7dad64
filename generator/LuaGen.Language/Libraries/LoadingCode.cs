using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Libraries;

/// <summary>
/// Follows the code that the server runs while it loads a library, in the order in which it runs, up to the first error: a
/// global that is not available then, or an operation that always fails. What may not run is not followed: the bodies of
/// branches and loops, and what follows one that may return.
/// </summary>
internal sealed class LoadingCode(BoundScript script, TypedScript types, LoadingFaults faults)
{
    /// <summary>Calls that are nested deeper are not followed.</summary>
    private const int MaxDepth = 16;

    /// <summary>The chains of operators and calls that are being followed, which may be as long as the file.</summary>
    private readonly Stack<Expression> _spine = new();

    private readonly CallbackTable _functions = new(script);

    /// <summary>Whether the current function may have returned.</summary>
    private bool _returned;
    private int _depth;

    private bool Ends => faults.HasFailed || _returned;

    public static void Check(BoundScript script, TypedScript types, ServerList servers, FindingBag findings) =>
        new LoadingCode(script, types, new LoadingFaults(script, types, servers, findings)).Run(script.Tree.Chunk);

    private void Run(Block block)
    {
        foreach (var statement in block.Statements)
        {
            if (Ends)
            {
                return;
            }

            Run(statement);
            _functions.Add(statement);
        }
    }

    private void Run(Statement statement)
    {
        switch (statement)
        {
            case LocalStatement local:
                Evaluate(local.Values);
                break;
            case AssignmentStatement assignment:
                Assign(assignment);
                break;
            case CallStatement call:
                Evaluate(call.Call);
                break;
            case FunctionStatement function:
                Store(function.Target);
                break;
            case DoStatement @do:
                Run(@do.Body);
                break;
            case ReturnStatement @return:
                Evaluate(@return.Values);
                _returned = true;
                break;
            case IfStatement @if:
                Evaluate(@if.Clauses[0].Condition);
                _returned |= Returns.In(@if);
                break;
            case WhileStatement @while:
                Evaluate(@while.Condition);
                _returned |= Returns.In(@while);
                break;
            case RepeatStatement repeat:
                _returned |= Returns.In(repeat);
                break;
            case NumericForStatement loop:
                Expression[] bounds = loop.Step is { } step ? [loop.Start, loop.Limit, step] : [loop.Start, loop.Limit];
                Evaluate(bounds);
                faults.Loop(bounds);
                _returned |= Returns.In(loop);
                break;
            case GenericForStatement loop:
                Evaluate(loop.Iterators);
                _returned |= Returns.In(loop);
                break;
        }
    }

    private void Assign(AssignmentStatement assignment)
    {
        foreach (var target in assignment.Targets)
        {
            switch (target)
            {
                case MemberExpression member:
                    Evaluate(member.Target);
                    break;
                case IndexExpression index:
                    Evaluate(index.Target);
                    Evaluate(index.Index);
                    break;
            }
        }

        Evaluate(assignment.Values);
        foreach (var target in Enumerable.Reverse(assignment.Targets))
        {
            faults.Store(target);
        }
    }

    private void Store(Expression target)
    {
        if (target is MemberExpression member)
        {
            Evaluate(member.Target);
        }

        faults.Store(target);
    }

    private void Evaluate(IReadOnlyList<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            Evaluate(expression);
        }
    }

    private void Evaluate(Expression expression)
    {
        if (Ends)
        {
            return;
        }

        var below = _spine.Count;
        while (SyntaxWalker.LeftOf(expression) is { } left)
        {
            _spine.Push(expression);
            expression = left;
        }

        EvaluateFirst(expression);
        while (_spine.Count > below)
        {
            var next = _spine.Pop();
            if (!Ends)
            {
                Continue(next);
            }
        }
    }

    private void EvaluateFirst(Expression expression)
    {
        switch (expression)
        {
            case NameExpression name when script.LocalOf(name) is null:
                faults.Read(name);
                break;
            case ParenthesizedExpression parenthesized:
                Evaluate(parenthesized.Inner);
                break;
            case UnaryExpression unary:
                Evaluate(unary.Operand);
                faults.Operate(unary);
                break;
            case TableConstructor table:
                foreach (var field in table.Fields)
                {
                    Evaluate(field is KeyedField keyed ? [keyed.Key, field.Value] : [field.Value]);
                }

                break;
        }
    }

    /// <summary>What follows the evaluation of the left part.</summary>
    private void Continue(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                // The right side runs for certain only if the left one decides it.
                var left = types.TypeOf(binary.Left);
                if (binary.Operator == BinaryOperator.Or ? left.Is(LuaKinds.Falsy) : left != AbstractValue.Nothing && !left.MayBe(LuaKinds.Falsy))
                {
                    Evaluate(binary.Right);
                }

                break;
            case BinaryExpression binary:
                Evaluate(binary.Right);
                faults.Operate(binary);
                break;
            case MemberExpression member:
                faults.ReadMember(member, member.Target, member.Member.Name);
                break;
            case IndexExpression index:
                Evaluate(index.Index);
                faults.ReadMember(index, index.Target, (script.Resolve(index.Index) as StringLiteral)?.Value);
                break;
            case CallExpression call:
                Evaluate(call.Arguments);
                faults.Call(call);
                Enter(call);
                break;
            case MethodCallExpression call:
                faults.ReadMember(call, call.Target, call.Method.Name);
                Evaluate(call.Arguments);
                break;
        }
    }

    /// <summary>Follows the body of a local function that is called.</summary>
    private void Enter(CallExpression call)
    {
        if (Ends || _depth >= MaxDepth || _functions.Called(call) is not { } body)
        {
            return;
        }

        _depth++;
        Run(body.Block);
        _depth--;
        _returned = false;
    }
}
