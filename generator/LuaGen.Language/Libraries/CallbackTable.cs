using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>
/// The functions that a library can register by a name: local functions, and members of a local table
/// (<c>function lib.reserve(keys, args)</c>, <c>local lib = { reserve = function … }</c>).
/// </summary>
internal sealed class CallbackTable(BoundScript script)
{
    private readonly Dictionary<LocalSymbol, (FunctionBody Body, Statement Definition)> _functions = [];

    /// <summary>The body is <see langword="null"/> if the member is assigned twice.</summary>
    private readonly Dictionary<(LocalSymbol Table, string Member), (FunctionBody? Body, Statement Definition)> _members = [];

    public void Add(Statement statement)
    {
        switch (statement)
        {
            case LocalFunctionStatement function when script.DeclaredBy(function.Name) is { IsReassigned: false } symbol:
                _functions[symbol] = (function.Body, function);
                break;
            case LocalStatement { Names: [var name], Values: [FunctionExpression function] } when script.DeclaredBy(name) is { IsReassigned: false } symbol:
                _functions[symbol] = (function.Body, statement);
                break;
            case LocalStatement { Names: [var name], Values: [TableConstructor table] } when script.DeclaredBy(name) is { IsReassigned: false } symbol:
                foreach (var field in table.Fields.OfType<NamedField>())
                {
                    AddMember((symbol, field.Name.Name), field.Value, statement);
                }

                break;
            case FunctionStatement { Method: null, Name: MemberExpression member } function when TableOf(member) is { } table:
                AddMember((table, member.Member.Name), function.Body, statement);
                break;
            case AssignmentStatement { Targets: [MemberExpression member], Values: [var value] } when TableOf(member) is { } table:
                AddMember((table, member.Member.Name), value, statement);
                break;
        }
    }

    /// <summary>The function that an expression refers to, with the statement that defines it; <see langword="null"/> if that is unknown.</summary>
    public (FunctionBody Body, Statement? Definition)? Find(Expression expression) => expression switch
    {
        FunctionExpression function => (function.Body, null),
        NameExpression name when script.LocalOf(name) is { } symbol && _functions.TryGetValue(symbol, out var function) => function,
        MemberExpression member when TableOf(member) is { } table && _members.TryGetValue((table, member.Member.Name), out var function) && function.Body is { } body => (body, function.Definition),
        _ => null,
    };

    /// <summary>The local function that is called.</summary>
    public FunctionBody? Called(CallExpression call) => call.Function is NameExpression ? Find(call.Function)?.Body : null;

    private LocalSymbol? TableOf(MemberExpression member) =>
        member.Target is NameExpression target && script.LocalOf(target) is { IsReassigned: false, Value: TableConstructor } symbol ? symbol : null;

    private void AddMember((LocalSymbol Table, string Member) member, SyntaxNode value, Statement definition)
    {
        var body = value as FunctionBody ?? (value as FunctionExpression)?.Body;
        _members[member] = (_members.ContainsKey(member) ? null : body, definition);
    }
}
