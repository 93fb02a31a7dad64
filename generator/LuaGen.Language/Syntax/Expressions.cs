namespace LuaGen.Language.Syntax;

/// <summary>An expression of Lua 5.1 (<c>exp</c> in §8 of the manual).</summary>
internal abstract class Expression(SourceSpan span) : SyntaxNode(span)
{
    /// <summary>
    /// Nodes are equal by reference. Their place is a cheap hash code: the runtime's own one costs an entry in a table for each
    /// node, and most checks keep expressions in sets.
    /// </summary>
    public sealed override int GetHashCode() => unchecked((Span.Start * -1640531535) + Span.Length);
}

/// <summary>The placeholder for an expression that is missing; a finding reports it.</summary>
internal sealed class MissingExpression(SourceSpan span) : Expression(span);

internal sealed class NilLiteral(SourceSpan span) : Expression(span);

internal sealed class BooleanLiteral(SourceSpan span, bool value) : Expression(span)
{
    public bool Value { get; } = value;
}

internal sealed class NumberLiteral(SourceSpan span, double value) : Expression(span)
{
    public double Value { get; } = value;
}

/// <summary>A quoted or long string.</summary>
/// <remarks>
/// Lua strings are bytes. <see cref="Value"/> is their UTF-8 text; bytes from escapes that are not valid UTF-8 become
/// U+FFFD, which is enough to compare the value with command names.
/// </remarks>
internal sealed class StringLiteral(SourceSpan span, string value) : Expression(span)
{
    public string Value { get; } = value;
}

/// <summary><c>...</c></summary>
internal sealed class VarargExpression(SourceSpan span) : Expression(span);

/// <summary><c>function (…) … end</c></summary>
internal sealed class FunctionExpression(SourceSpan span, FunctionBody body) : Expression(span)
{
    public FunctionBody Body { get; } = body;
}

/// <summary>A name: a local, an upvalue or a global, as the binder decides.</summary>
internal sealed class NameExpression(SourceSpan span, string name, int ordinal) : Expression(span)
{
    public string Name { get; } = name;

    /// <summary>The number of such expressions before it in the tree; the binder keeps what it finds in a list.</summary>
    public int Ordinal { get; } = ordinal;
}

/// <summary><c>target.name</c></summary>
internal sealed class MemberExpression(SourceSpan span, Expression target, Identifier member) : Expression(span)
{
    public Expression Target { get; } = target;

    public Identifier Member { get; } = member;
}

/// <summary><c>target[index]</c></summary>
internal sealed class IndexExpression(SourceSpan span, Expression target, Expression index) : Expression(span)
{
    public Expression Target { get; } = target;

    public Expression Index { get; } = index;
}

/// <summary><c>function(arguments)</c>, also <c>function "text"</c> and <c>function { … }</c></summary>
internal sealed class CallExpression(SourceSpan span, Expression function, Expression[] arguments) : Expression(span)
{
    public Expression Function { get; } = function;

    public IReadOnlyList<Expression> Arguments { get; } = arguments;
}

/// <summary><c>target:method(arguments)</c></summary>
internal sealed class MethodCallExpression(SourceSpan span, Expression target, Identifier method, Expression[] arguments) : Expression(span)
{
    public Expression Target { get; } = target;

    public Identifier Method { get; } = method;

    public IReadOnlyList<Expression> Arguments { get; } = arguments;
}

/// <summary><c>(inner)</c>, which also adjusts multiple results to one value.</summary>
internal sealed class ParenthesizedExpression(SourceSpan span, Expression inner) : Expression(span)
{
    public Expression Inner { get; } = inner;
}

internal enum UnaryOperator : byte
{
    Negate,
    Not,
    Length,
}

internal sealed class UnaryExpression(SourceSpan span, UnaryOperator @operator, Expression operand) : Expression(span)
{
    public UnaryOperator Operator { get; } = @operator;

    public Expression Operand { get; } = operand;
}

internal enum BinaryOperator : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Concatenate,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

internal sealed class BinaryExpression(SourceSpan span, Expression left, BinaryOperator @operator, Expression right) : Expression(span)
{
    public Expression Left { get; } = left;

    public BinaryOperator Operator { get; } = @operator;

    public Expression Right { get; } = right;
}

/// <summary><c>{ … }</c></summary>
internal sealed class TableConstructor(SourceSpan span, TableField[] fields) : Expression(span)
{
    public IReadOnlyList<TableField> Fields { get; } = fields;
}

/// <summary>A field of a table constructor; the three forms differ in the key.</summary>
internal abstract class TableField(SourceSpan span, Expression value) : SyntaxNode(span)
{
    public Expression Value { get; } = value;
}

/// <summary><c>value</c></summary>
internal sealed class ListField(Expression value) : TableField(value.Span, value);

/// <summary><c>name = value</c></summary>
internal sealed class NamedField(SourceSpan span, Identifier name, Expression value) : TableField(span, value)
{
    public Identifier Name { get; } = name;
}

/// <summary><c>[key] = value</c></summary>
internal sealed class KeyedField(SourceSpan span, Expression key, Expression value) : TableField(span, value)
{
    public Expression Key { get; } = key;
}
