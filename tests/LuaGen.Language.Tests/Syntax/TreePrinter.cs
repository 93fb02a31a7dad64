using LuaGen.Language.Syntax;

namespace LuaGen.Language.Tests.Syntax;

/// <summary>Prints a tree as Lua on one line, every operation in parentheses, and the script's own parentheses as <c>[ ]</c>.</summary>
internal static class TreePrinter
{
    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or"];

    public static string Print(Block block) => string.Join("; ", block.Statements.Select(Print));

    private static string Print(Statement statement) => statement switch
    {
        LocalStatement { Values.Count: 0 } local => $"local {Names(local.Names)}",
        LocalStatement local => $"local {Names(local.Names)} = {Print(local.Values)}",
        AssignmentStatement assignment => $"{Print(assignment.Targets)} = {Print(assignment.Values)}",
        CallStatement call => Print(call.Call),
        DoStatement @do => $"do {Print(@do.Body)} end",
        WhileStatement @while => $"while {Print(@while.Condition)} do {Print(@while.Body)} end",
        RepeatStatement repeat => $"repeat {Print(repeat.Body)} until {Print(repeat.Condition)}",
        IfStatement @if => string.Join(" else", @if.Clauses.Select(clause => $"if {Print(clause.Condition)} then {Print(clause.Body)}"))
            + (@if.Else is null ? "" : $" else {Print(@if.Else)}") + " end",
        NumericForStatement numeric => $"for {numeric.Variable.Name} = {Print(numeric.Start)}, {Print(numeric.Limit)}{(numeric.Step is null ? "" : ", " + Print(numeric.Step))} do {Print(numeric.Body)} end",
        GenericForStatement generic => $"for {Names(generic.Variables)} in {Print(generic.Iterators)} do {Print(generic.Body)} end",
        FunctionStatement function => $"function {Print(function.Name)}{(function.Method is { } method ? ":" + method.Name : "")}{Print(function.Body)}",
        LocalFunctionStatement function => $"local function {function.Name.Name}{Print(function.Body)}",
        ReturnStatement { Values.Count: 0 } => "return",
        ReturnStatement @return => $"return {Print(@return.Values)}",
        BreakStatement => "break",
        _ => throw new NotSupportedException(statement.GetType().Name),
    };

    private static string Print(FunctionBody body) =>
        $"({string.Join(", ", body.Parameters.Select(parameter => parameter.Name).Concat(body.IsVararg ? ["..."] : []))}) {Print(body.Block)} end";

    private static string Print(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(Print));

    private static string Names(IEnumerable<Identifier> names) => string.Join(", ", names.Select(name => name.Name));

    private static string Print(Expression expression) => expression switch
    {
        NilLiteral => "nil",
        BooleanLiteral boolean => boolean.Value ? "true" : "false",
        NumberLiteral number => FormattableString.Invariant($"{number.Value}"),
        StringLiteral text => $"\"{text.Value}\"",
        VarargExpression => "...",
        FunctionExpression function => "function" + Print(function.Body),
        NameExpression name => name.Name,
        MemberExpression member => $"{Print(member.Target)}.{member.Member.Name}",
        IndexExpression index => $"{Print(index.Target)}[{Print(index.Index)}]",
        CallExpression call => $"{Print(call.Function)}({Print(call.Arguments)})",
        MethodCallExpression call => $"{Print(call.Target)}:{call.Method.Name}({Print(call.Arguments)})",
        ParenthesizedExpression parenthesized => $"[{Print(parenthesized.Inner)}]",
        UnaryExpression unary => $"({unary.Operator switch { UnaryOperator.Not => "not ", UnaryOperator.Length => "#", _ => "-" }}{Print(unary.Operand)})",
        BinaryExpression binary => $"({Print(binary.Left)} {Operators[(int)binary.Operator]} {Print(binary.Right)})",
        TableConstructor table => "{" + string.Join(", ", table.Fields.Select(Print)) + "}",
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static string Print(TableField field) => field switch
    {
        NamedField named => $"{named.Name.Name} = {Print(named.Value)}",
        KeyedField keyed => $"[{Print(keyed.Key)}] = {Print(keyed.Value)}",
        _ => Print(field.Value),
    };
}
