using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>
/// Finds every call of a Redis command: <c>redis.call</c>, <c>redis.pcall</c> and Valkey's <c>server.call</c>, also
/// through locals (<c>local call = redis.call</c>), by index (<c>redis['call']</c>), passed to <c>pcall</c>, and through
/// local functions that take the command as a parameter.
/// </summary>
internal sealed class RedisCalls : SyntaxWalker
{
    private readonly BoundScript _script;
    private List<RedisCall> _calls = [];
    private readonly HashSet<Expression> _followed = [];

    private RedisCalls(BoundScript script) => _script = script;

    /// <summary>All calls, in source order.</summary>
    public IReadOnlyList<RedisCall> All => _calls;

    /// <summary>Whether the list is complete: no function that calls commands is passed to where it cannot be followed.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Whether the script checks the server version; then it may call commands that only some servers have.</summary>
    public bool AsksVersion { get; private set; }

    /// <summary>Whether the script asks servers before 5.0 to replicate what it does instead of the script.</summary>
    public bool ReplicatesEffects { get; private set; }

    public static RedisCalls Of(BoundScript script)
    {
        var calls = new RedisCalls(script);
        calls.VisitBlock(script.Tree.Chunk);
        calls._calls = CommandWrappers.Resolve(script, calls._calls);
        return calls;
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        // An alias is counted where it is used.
        for (var i = 0; i < statement.Values.Count && i < statement.Names.Count; i++)
        {
            if (_script.DeclaredBy(statement.Names[i])?.OnlyValue == statement.Values[i])
            {
                Follow(statement.Values[i]);
            }
        }

        base.VisitLocal(statement);
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case CallExpression call:
                EnterCall(call);
                break;
            case MemberExpression or IndexExpression when MemberOf(expression) is { } member:
                Follow(TargetOf(expression)!);
                IsComplete &= _followed.Contains(expression) || !(CallsCommands(member.Name) || member.Name is "acall" or "apcall");
                ReplicatesEffects |= member.Name == "replicate_commands";
                AsksVersion |= member.Name.IndexOf("VERSION", StringComparison.Ordinal) >= 0;
                break;
            case NameExpression name when !_followed.Contains(name):
                IsComplete &= !(LibraryOf(name) is not null || FunctionOf(name) is not null || SeesEverything(name));
                break;
        }
    }

    private void EnterCall(CallExpression call)
    {
        if (FunctionOf(call.Function) is { } function)
        {
            Follow(call.Function);
            Add(call, function, skip: 0);
        }
        else if (call.Arguments.Count > 0 && FunctionOf(call.Arguments[0]) is { } guarded)
        {
            var guard = _script.Resolve(call.Function);
            if (_script.IsGlobal(guard, "pcall"))
            {
                Follow(call.Arguments[0]);
                Add(call, guarded, skip: 1);
            }
            else if (_script.IsGlobal(guard, "xpcall"))
            {
                Follow(call.Arguments[0]);
                _calls.Add(new RedisCall(call, guarded, [], IsOpen: false, Guard: "xpcall"));
            }
        }
    }

    private void Add(CallExpression call, string function, int skip)
    {
        var written = call.Arguments;
        var isOpen = written.Count > skip && MultipleResults.MayBeSeveral(_script, written[written.Count - 1]);
        var arguments = new CallArgument[written.Count - skip - (isOpen ? 1 : 0)];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = CallArgument.Of(_script, written[skip + i]);
        }

        _calls.Add(new RedisCall(call, function, arguments, isOpen, Guard: null) { Rest = isOpen ? written[written.Count - 1] : null });
    }

    /// <summary>The name of <c>redis.call</c> or a similar function when the expression spells it out; otherwise <see langword="null"/>.</summary>
    private string? FunctionOf(Expression expression) =>
        _script.Resolve(expression) is var function and (MemberExpression or IndexExpression) && MemberOf(function) is { } member && CallsCommands(member.Name)
            ? (member.Library, member.Name) switch
            {
                ("redis", "call") => "redis.call",
                ("redis", _) => "redis.pcall",
                (_, "call") => "server.call",
                _ => "server.pcall",
            }
            : null;

    /// <summary>A library member that is named by a constant; any other use of the library is not followed.</summary>
    private (string Library, string Name)? MemberOf(Expression expression)
    {
        var name = expression switch
        {
            MemberExpression member => member.Member.Name,
            IndexExpression index => (_script.Resolve(index.Index) as StringLiteral)?.Value,
            _ => null,
        };

        return name is not null && LibraryOf(TargetOf(expression)!) is { } library ? (library, name) : null;
    }

    private string? LibraryOf(Expression expression)
    {
        var resolved = _script.Resolve(expression);
        return _script.IsGlobal(resolved, "redis") ? "redis" : _script.IsGlobal(resolved, "server") ? "server" : null;
    }

    private void Follow(Expression expression)
    {
        while (expression is ParenthesizedExpression parenthesized)
        {
            expression = parenthesized.Inner;
        }

        if (expression is NameExpression or MemberExpression or IndexExpression)
        {
            _followed.Add(expression);
        }
    }

    private bool SeesEverything(NameExpression name) =>
        _script.LocalOf(name) is null && name.Name is "_G" or "loadstring" or "load" or "getfenv" or "setfenv";

    private static Expression? TargetOf(Expression expression) => expression switch
    {
        MemberExpression member => member.Target,
        IndexExpression index => index.Target,
        _ => null,
    };

    private static bool CallsCommands(string function) => function is "call" or "pcall";
}
