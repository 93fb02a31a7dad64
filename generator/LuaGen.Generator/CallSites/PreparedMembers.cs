using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Reads the members of the object that a call passes for the parameters of a <c>LuaScript</c>.</summary>
internal sealed class PreparedMembers(SemanticModel model, RedisClient client, CancellationToken cancellationToken)
{
    /// <summary>A member: whether the client sends it as a key, its expression if the call has one, and the code that reads it.</summary>
    public readonly record struct Member(bool IsKey, ExpressionSyntax? Expression, string Code);

    /// <summary>The members by name, as far as the script uses them; others must have no effect.</summary>
    /// <returns><see langword="null"/> if the object cannot be read.</returns>
    public Dictionary<string, Member>? Of(CallSite call, PreparedText script)
    {
        var members = new Dictionary<string, Member>(StringComparer.Ordinal);
        if (script.Parameters.Count == 0)
        {
            return members;
        }

        var value = call.ParametersObject;
        return value?.Syntax switch
        {
            AnonymousObjectCreationExpressionSyntax creation => TryRead(creation, script, members) ? members : null,
            IdentifierNameSyntax name when value.Type is { } type => TryRead(name, type, script, members) ? members : null,
            _ => null,
        };
    }

    private bool TryRead(AnonymousObjectCreationExpressionSyntax creation, PreparedText script, Dictionary<string, Member> members)
    {
        foreach (var initializer in creation.Initializers)
        {
            var name = NameOf(initializer) ?? "";
            if (model.GetTypeInfo(initializer.Expression, cancellationToken).Type is not { } type || (!script.Parameters.Contains(name) && !PassedObstacles.IsSimple(initializer.Expression)))
            {
                return false;
            }

            if (script.Parameters.Contains(name))
            {
                members[name] = new Member(client.IsKey(type), initializer.Expression, "");
            }
        }

        return script.Parameters.All(members.ContainsKey);
    }

    private bool TryRead(IdentifierNameSyntax name, ITypeSymbol type, PreparedText script, Dictionary<string, Member> members)
    {
        foreach (var parameter in script.Parameters)
        {
            if (RedisClient.TypeOfMember(type, parameter) is not { } member)
            {
                return false;
            }

            members[parameter] = new Member(client.IsKey(member), null, $"{name}.{(SyntaxFacts.GetKeywordKind(parameter) == SyntaxKind.None ? "" : "@")}{parameter}");
        }

        return true;
    }

    /// <summary>The name of a member of <c>new { … }</c>, which may be that of its value.</summary>
    public static string? NameOf(AnonymousObjectMemberDeclaratorSyntax member) => (member.NameEquals?.Name ?? member.Expression switch
    {
        IdentifierNameSyntax identifier => identifier,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    })?.Identifier.ValueText;

    /// <summary>Whether the typed call evaluates its arguments in the order of the object, or the order makes no difference.</summary>
    public static bool IsInOrder(IEnumerable<ExpressionSyntax?> expressions)
    {
        var written = expressions.OfType<ExpressionSyntax>().Where(expression => !PassedObstacles.IsSimple(expression)).Select(expression => expression.SpanStart).ToList();
        return written.SequenceEqual(written.OrderBy(position => position));
    }
}
