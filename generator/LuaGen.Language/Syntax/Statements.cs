namespace LuaGen.Language.Syntax;

/// <summary>A name and its position.</summary>
internal readonly struct Identifier(string name, SourceSpan span)
{
    public string Name { get; } = name;

    public SourceSpan Span { get; } = span;
}

/// <summary>A statement of Lua 5.1 (<c>stat</c> and <c>laststat</c> in §8 of the manual).</summary>
internal abstract class Statement(SourceSpan span) : SyntaxNode(span);

/// <summary>A list of statements, which is the scope of the locals that it declares.</summary>
internal sealed class Block(SourceSpan span, Statement[] statements) : SyntaxNode(span)
{
    public IReadOnlyList<Statement> Statements { get; } = statements;
}

/// <summary>The parameters and the body of a function, from <c>(</c> to <c>end</c>.</summary>
internal sealed class FunctionBody(SourceSpan span, Identifier[] parameters, bool isVararg, Block block) : SyntaxNode(span)
{
    public IReadOnlyList<Identifier> Parameters { get; } = parameters;

    public bool IsVararg { get; } = isVararg;

    public Block Block { get; } = block;
}

/// <summary><c>local names = values</c></summary>
internal sealed class LocalStatement(SourceSpan span, Identifier[] names, Expression[] values) : Statement(span)
{
    public IReadOnlyList<Identifier> Names { get; } = names;

    public IReadOnlyList<Expression> Values { get; } = values;
}

/// <summary><c>targets = values</c></summary>
internal sealed class AssignmentStatement(SourceSpan span, Expression[] targets, Expression[] values) : Statement(span)
{
    public IReadOnlyList<Expression> Targets { get; } = targets;

    public IReadOnlyList<Expression> Values { get; } = values;
}

/// <summary>A call as a statement: a <see cref="CallExpression"/> or a <see cref="MethodCallExpression"/>.</summary>
internal sealed class CallStatement(Expression call) : Statement(call.Span)
{
    public Expression Call { get; } = call;
}

/// <summary><c>do … end</c></summary>
internal sealed class DoStatement(SourceSpan span, Block body) : Statement(span)
{
    public Block Body { get; } = body;
}

/// <summary><c>while condition do … end</c></summary>
internal sealed class WhileStatement(SourceSpan span, Expression condition, Block body) : Statement(span)
{
    public Expression Condition { get; } = condition;

    public Block Body { get; } = body;
}

/// <summary><c>repeat … until condition</c>; the body's locals are visible in the condition.</summary>
internal sealed class RepeatStatement(SourceSpan span, Block body, Expression condition) : Statement(span)
{
    public Block Body { get; } = body;

    public Expression Condition { get; } = condition;
}

/// <summary><c>if … then … elseif … else … end</c></summary>
internal sealed class IfStatement(SourceSpan span, IfClause[] clauses, Block? @else) : Statement(span)
{
    public IReadOnlyList<IfClause> Clauses { get; } = clauses;

    public Block? Else { get; } = @else;
}

/// <summary>One <c>if</c> or <c>elseif</c> with its block.</summary>
internal sealed class IfClause(SourceSpan span, Expression condition, Block body) : SyntaxNode(span)
{
    public Expression Condition { get; } = condition;

    public Block Body { get; } = body;
}

/// <summary><c>for variable = start, limit, step do … end</c></summary>
internal sealed class NumericForStatement(SourceSpan span, Identifier variable, Expression start, Expression limit, Expression? step, Block body) : Statement(span)
{
    public Identifier Variable { get; } = variable;

    public Expression Start { get; } = start;

    public Expression Limit { get; } = limit;

    public Expression? Step { get; } = step;

    public Block Body { get; } = body;
}

/// <summary><c>for variables in iterators do … end</c></summary>
internal sealed class GenericForStatement(SourceSpan span, Identifier[] variables, Expression[] iterators, Block body) : Statement(span)
{
    public IReadOnlyList<Identifier> Variables { get; } = variables;

    public IReadOnlyList<Expression> Iterators { get; } = iterators;

    public Block Body { get; } = body;
}

/// <summary><c>function a.b:c(…) … end</c>; the body's parameters do not include the hidden <c>self</c> of a method.</summary>
internal sealed class FunctionStatement(SourceSpan span, Expression name, Identifier? method, FunctionBody body) : Statement(span)
{
    public Expression Name { get; } = name;

    public Identifier? Method { get; } = method;

    /// <summary>What is assigned: <see cref="Name"/>, or its member <see cref="Method"/>.</summary>
    public Expression Target { get; } = method is { } member ? new MemberExpression(name.Span, name, member) : name;

    public FunctionBody Body { get; } = body;
}

/// <summary><c>local function name(…) … end</c>; the name is visible in the body.</summary>
internal sealed class LocalFunctionStatement(SourceSpan span, Identifier name, FunctionBody body) : Statement(span)
{
    public Identifier Name { get; } = name;

    public FunctionBody Body { get; } = body;
}

/// <summary><c>return values</c></summary>
internal sealed class ReturnStatement(SourceSpan span, Expression[] values) : Statement(span)
{
    public IReadOnlyList<Expression> Values { get; } = values;
}

/// <summary><c>break</c></summary>
internal sealed class BreakStatement(SourceSpan span) : Statement(span);
