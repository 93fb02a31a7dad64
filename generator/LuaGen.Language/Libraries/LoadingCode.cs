using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Libraries;

/// <summary>
/// Follows the code that the server runs while it loads a library, in the order in which it runs, up to the first error: a
/// global that is not available then, or an operation that always fails. What may not run is not followed: the bodies of
/// branches and loops, and what follows one that may return.
/// </summary>
internal sealed class LoadingCode(BoundScript script, TypedScript types, ServerList servers, FindingBag findings)
{
    /// <summary>Calls that are nested deeper are not followed.</summary>
    private const int MaxDepth = 16;

    /// <summary>The chains of operators and calls that are being followed, which may be as long as the file.</summary>
    private readonly Stack<Expression> _spine = new();

    private readonly CallbackTable _functions = new(script);

    private bool _failed;

    /// <summary>Whether the current function may have returned.</summary>
    private bool _returned;
    private int _depth;

    private bool Ends => _failed || _returned;

    public void Check() => Run(script.Tree.Chunk);

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
                EvaluateBounds(loop);
                _returned |= Returns.In(loop);
                break;
            case GenericForStatement loop:
                Evaluate(loop.Iterators);
                _returned |= Returns.In(loop);
                break;
        }
    }

    private void EvaluateBounds(NumericForStatement loop)
    {
        Expression[] bounds = loop.Step is { } step ? [loop.Start, loop.Limit, step] : [loop.Start, loop.Limit];
        Evaluate(bounds);
        foreach (var bound in bounds)
        {
            var value = types.TypeOf(bound);
            FailIf(
                value.Kinds != LuaKinds.None && (!value.MayBe(LuaKinds.Text) || (value.Text is { } text && IsNoNumber(text))),
                bound,
                "the initial value, the limit and the step of 'for' must be numbers",
                "correct the expression");
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
            CheckStore(target);
        }
    }

    private void Store(Expression target)
    {
        if (target is MemberExpression member)
        {
            Evaluate(member.Target);
        }

        CheckStore(target);
    }

    private void CheckStore(Expression target)
    {
        var table = target switch
        {
            MemberExpression member => member.Target,
            IndexExpression index => index.Target,
            _ => null,
        };
        if (table is null)
        {
            FailIf(target is NameExpression name && script.LocalOf(name) is null, target, "Attempt to modify a readonly table", "declare a local");
        }
        else
        {
            FailIf(IsServer(table), target, "Attempt to modify a readonly table", "use a local table of your own");
            CheckKind(table, LuaKinds.AnyTable | LuaKinds.String, "index");
        }
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
                Read(name);
                break;
            case ParenthesizedExpression parenthesized:
                Evaluate(parenthesized.Inner);
                break;
            case UnaryExpression unary:
                Evaluate(unary.Operand);
                CheckUnary(unary);
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
                CheckOperands(binary);
                break;
            case MemberExpression member:
                ReadMember(member, member.Target, member.Member.Name);
                break;
            case IndexExpression index:
                Evaluate(index.Index);
                ReadMember(index, index.Target, (script.Resolve(index.Index) as StringLiteral)?.Value);
                break;
            case CallExpression call:
                Evaluate(call.Arguments);
                CheckKind(call.Function, LuaKinds.Function, "call");
                Enter(call);
                break;
            case MethodCallExpression call:
                ReadMember(call, call.Target, call.Method.Name);
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

    private void Read(NameExpression name)
    {
        if (name.Name == LuaLibrary.ValkeyServer)
        {
            // Only Valkey has it: an advice, as in scripts, unless the project names the servers.
            if (LuaLibrary.FirstWithoutGlobal(name.Name, servers) is not null)
            {
                findings.Add(Rule.ValkeyName, name.Span);
            }
        }
        else if (name.Name != LuaLibrary.Server)
        {
            findings.UnavailableWhileLoading(name.Span, name.Name);
            _failed = true;
        }
    }

    private void ReadMember(Expression access, Expression target, string? name)
    {
        CheckKind(target, LuaKinds.AnyTable | LuaKinds.String, "index");
        if (!Ends && name is not null && IsServer(target) && !IsAvailable(name))
        {
            findings.UnavailableWhileLoading(access.Span, $"{((NameExpression)script.Resolve(target)).Name}.{name}");
            _failed = true;
        }
    }

    private static bool IsAvailable(string name) =>
        name is "register_function" or "log" || name.StartsWith("LOG_", StringComparison.Ordinal) || name.IndexOf("VERSION", StringComparison.Ordinal) >= 0 || name == "SERVER_NAME";

    private bool IsServer(Expression table) =>
        script.Resolve(table) is NameExpression { Name: LuaLibrary.Server or LuaLibrary.ValkeyServer } name && script.LocalOf(name) is null;

    private void CheckUnary(UnaryExpression unary)
    {
        switch (unary.Operator)
        {
            case UnaryOperator.Negate:
                CheckArithmetic(unary.Operand);
                break;
            case UnaryOperator.Length:
                CheckKind(unary.Operand, LuaKinds.AnyTable | LuaKinds.String, "get length of");
                break;
        }
    }

    private void CheckOperands(BinaryExpression binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Concatenate:
                CheckKind(binary.Left, LuaKinds.Text, "concatenate");
                CheckKind(binary.Right, LuaKinds.Text, "concatenate");
                break;
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Power:
                CheckArithmetic(binary.Left);
                CheckArithmetic(binary.Right);
                break;
        }
    }

    private void CheckArithmetic(Expression operand)
    {
        CheckKind(operand, LuaKinds.Text, "perform arithmetic on");
        FailIf(types.TypeOf(operand).Text is { } text && IsNoNumber(text), operand, "attempt to perform arithmetic on a string value", "use a number");
    }

    /// <summary>Whether a text cannot be a number: one has a digit, or is an infinity or NaN.</summary>
    private static bool IsNoNumber(string text) => text.Length < 32 && !text.Any(char.IsDigit) && text.TrimStart(' ', '\t', '+', '-').ToLowerInvariant() is var bare
        && !bare.StartsWith("inf", StringComparison.Ordinal) && !bare.StartsWith("nan", StringComparison.Ordinal);

    private void CheckKind(Expression expression, LuaKinds allowed, string what)
    {
        var value = types.TypeOf(expression);
        FailIf(!Ends && value.Kinds != LuaKinds.None && !value.MayBe(allowed), expression, $"attempt to {what} a {NameOf(value.Kinds)} value", "correct the expression, or move it into a function");
    }

    private static string NameOf(LuaKinds kinds) => kinds switch
    {
        LuaKinds.Nil => "nil",
        _ when (kinds & ~LuaKinds.Boolean) == 0 => "boolean",
        _ when (kinds & ~LuaKinds.Number) == 0 => "number",
        LuaKinds.String => "string",
        LuaKinds.Function => "function",
        _ when (kinds & ~LuaKinds.AnyTable) == 0 => "table",
        _ => "wrong",
    };

    private void FailIf(bool fails, Expression expression, string wording, string remedy)
    {
        if (fails && !Ends)
        {
            findings.FailsWhileLoading(expression.Span, wording, remedy);
            _failed = true;
        }
    }
}
