using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.Generator.CallSites;

/// <summary>Reads the members of the object that a call passes for the parameters of a <c>LuaScript</c>.</summary>
internal sealed class PreparedMembers(SemanticModel model, CancellationToken cancellationToken)
{
    private const string KeyType = "StackExchange.Redis.RedisKey";

    /// <summary>A member: its type, its expression if the call has one, and the code that reads it.</summary>
    public readonly record struct Member(ITypeSymbol Type, ExpressionSyntax? Expression, string Code)
    {
        /// <summary>Whether the client sends it as a key.</summary>
        public bool IsKey => Type.ToDisplayString() == KeyType;
    }

    /// <summary>The members by name, as far as the script uses them; others must have no effect.</summary>
    /// <returns><see langword="null"/> if the object cannot be read.</returns>
    public Dictionary<string, Member>? Of(CallSite call, PreparedText script)
    {
        var members = new Dictionary<string, Member>(StringComparer.Ordinal);
        if (script.Parameters.Count == 0)
        {
            return members;
        }

        var argument = call.Invocation.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Type.SpecialType == SpecialType.System_Object);
        var value = argument?.Value is IConversionOperation conversion ? conversion.Operand : argument?.Value;
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
            var name = initializer.NameEquals?.Name.Identifier.ValueText ?? initializer.Expression switch
            {
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                _ => "",
            };
            if (model.GetTypeInfo(initializer.Expression, cancellationToken).Type is not { } type || (!script.Parameters.Contains(name) && !PassedObstacles.IsSimple(initializer.Expression)))
            {
                return false;
            }

            if (script.Parameters.Contains(name))
            {
                members[name] = new Member(type, initializer.Expression, "");
            }
        }

        return script.Parameters.All(members.ContainsKey);
    }

    private static bool TryRead(IdentifierNameSyntax name, ITypeSymbol type, PreparedText script, Dictionary<string, Member> members)
    {
        foreach (var parameter in script.Parameters)
        {
            if (RedisClient.TypeOfMember(type, parameter) is not { } member)
            {
                return false;
            }

            members[parameter] = new Member(member, null, $"{name}.{(SyntaxFacts.GetKeywordKind(parameter) == SyntaxKind.None ? "" : "@")}{parameter}");
        }

        return true;
    }

    /// <summary>Whether the typed call evaluates its arguments in the order of the object, or the order makes no difference.</summary>
    public static bool IsInOrder(IEnumerable<ExpressionSyntax?> expressions)
    {
        var written = expressions.OfType<ExpressionSyntax>().Where(expression => !PassedObstacles.IsSimple(expression)).Select(expression => expression.SpanStart).ToList();
        return written.SequenceEqual(written.OrderBy(position => position));
    }
}
