using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>Says why a prepared script and its calls cannot become a file and typed calls by themselves.</summary>
internal sealed class PreparedObstacles(SemanticModel model, RedisClient client, MoveObstacles obstacles, CancellationToken cancellationToken)
{
    private readonly PreparedMembers _members = new(model, client, cancellationToken);

    /// <summary>The reason, or <see langword="null"/>.</summary>
    public string? Of(CallSite prepare) => prepare.Prepared is { } prepared ? Of(prepared, PreparedCalls.Of(prepare, model, client, cancellationToken)) : null;

    /// <summary>The reason, or <see langword="null"/>.</summary>
    public string? Of(PreparedText script, PreparedCalls calls)
    {
        if (calls.Obstacle is { } obstacle)
        {
            return obstacle;
        }

        if (script.ReadsTables)
        {
            return "it reads KEYS or ARGV itself, whose numbers would be others in a file";
        }

        if (calls.Calls.Any(call => calls.Calls.Any(outer => outer != call && outer.Syntax.Span.Contains(call.Syntax.Span))))
        {
            return "one of its calls is an argument of another";
        }

        var keys = KeysOf(calls.Calls[0], script);
        foreach (var call in calls.Calls)
        {
            if ((obstacles.Of(call, script: null) ?? OfObject(call, script, keys)) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>The names that the client sends as keys: the members of type <c>RedisKey</c>.</summary>
    public ISet<string> KeysOf(CallSite call, PreparedText script) => new HashSet<string>(
        _members.Of(call, script)?.Where(member => member.Value.IsKey).Select(member => member.Key) ?? [], StringComparer.Ordinal);

    private string? OfObject(CallSite call, PreparedText script, ISet<string> keys)
    {
        if (_members.Of(call, script) is not { } members)
        {
            return "the members of the object that a call passes are not known here";
        }

        if (script.Parameters.FirstOrDefault(name => script.KeyIndexOf(name) is not null && !members[name].IsKey) is { } text)
        {
            return $"it uses '@{text}' as a key, but a call does not pass a RedisKey";
        }

        if (!KeysOf(call, script).SetEquals(keys))
        {
            return "one call passes a RedisKey where another passes text";
        }

        var ordered = script.Script.WithKeys(keys.Contains).Parameters.OrderBy(parameter => parameter.Table).ThenBy(parameter => parameter.Index);
        return PreparedMembers.IsInOrder(ordered.Select(parameter => members[parameter.Name].Expression)) ? null : "the object evaluates its members in another order than the typed call";
    }
}
