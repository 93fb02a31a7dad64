using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Libraries;

/// <summary>Reports the first operation that cannot work while a library loads; nothing after it runs.</summary>
internal sealed class LoadingFaults(BoundScript script, TypedScript types, ServerList servers, FindingBag findings)
{
    /// <summary>Whether an operation has failed.</summary>
    public bool HasFailed { get; private set; }

    public void Call(CallExpression call) => CheckKind(call.Function, LuaKinds.Function, "call");

    /// <summary>The start, the limit and the step of a loop.</summary>
    public void Loop(IReadOnlyList<Expression> bounds)
    {
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

    public void Store(Expression target)
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

    public void Read(NameExpression name)
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
            HasFailed = true;
        }
    }

    public void ReadMember(Expression access, Expression target, string? name)
    {
        CheckKind(target, LuaKinds.AnyTable | LuaKinds.String, "index");
        if (!HasFailed && name is not null && IsServer(target) && !IsAvailable(name))
        {
            findings.UnavailableWhileLoading(access.Span, $"{((NameExpression)script.Resolve(target)).Name}.{name}");
            HasFailed = true;
        }
    }

    public void Operate(UnaryExpression unary)
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

    public void Operate(BinaryExpression binary)
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

    /// <summary>Whether the server's table has a member while a library loads.</summary>
    private static bool IsAvailable(string name) =>
        name is "register_function" or "log" || name.StartsWith("LOG_", StringComparison.Ordinal) || name.IndexOf("VERSION", StringComparison.Ordinal) >= 0 || name == "SERVER_NAME";

    private bool IsServer(Expression table) =>
        script.Resolve(table) is NameExpression { Name: LuaLibrary.Server or LuaLibrary.ValkeyServer } name && script.LocalOf(name) is null;

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
        FailIf(!HasFailed && value.Kinds != LuaKinds.None && !value.MayBe(allowed), expression, $"attempt to {what} a {NameOf(value.Kinds)} value", "correct the expression, or move it into a function");
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
        if (fails && !HasFailed)
        {
            findings.FailsWhileLoading(expression.Span, wording, remedy);
            HasFailed = true;
        }
    }
}
