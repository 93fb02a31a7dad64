using LuaGen.Generator.CallSites;
using LuaGen.Language.Binding;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.LuaScripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LuaGen.CodeFixes.Moving;

/// <summary>Reads the members of the object that a call passes for the parameters of a <c>LuaScript</c>.</summary>
internal sealed class PreparedArguments(SemanticModel model, CancellationToken cancellationToken)
{
    private const string KeyType = "StackExchange.Redis.RedisKey";

    private readonly ArgumentTyping _typing = new(model, cancellationToken);

    /// <summary>A member: its type, its expression if the call has one, and the code that reads it.</summary>
    private readonly record struct Member(ITypeSymbol Type, ExpressionSyntax? Expression, string Code);

    /// <summary>The names that the client sends as keys: the members of type <c>RedisKey</c>.</summary>
    /// <returns><see langword="null"/> if the object cannot be read, or if the script uses another member as a key: then the client sends no key.</returns>
    public ISet<string>? KeysOf(CallSite call, PreparedText script)
    {
        if (MembersOf(call, script) is not { } members)
        {
            return null;
        }

        var keys = new HashSet<string>(members.Where(member => member.Value.Type.ToDisplayString() == KeyType).Select(member => member.Key), StringComparer.Ordinal);
        return script.Parameters.All(name => script.KeyIndexOf(name) is null || keys.Contains(name)) ? keys : null;
    }

    /// <param name="call">The call.</param>
    /// <param name="script">The script.</param>
    /// <param name="parameters">The parameters in the moved script.</param>
    public IReadOnlyList<PassedArgument>? Of(CallSite call, PreparedText script, IReadOnlyList<LuaScriptParameter> parameters)
    {
        if (MembersOf(call, script) is not { } members)
        {
            return null;
        }

        var ordered = parameters.OrderBy(parameter => parameter.Table).ThenBy(parameter => parameter.Index).ToList();
        if (!IsInOrder(ordered.Select(parameter => members[parameter.Name].Expression)) || members.Count != ordered.Count)
        {
            return null;
        }

        var passed = new List<PassedArgument>();
        foreach (var parameter in ordered)
        {
            var member = members[parameter.Name];
            var isKey = parameter.Table == ParameterTable.Keys;
            var (type, value) = isKey ? (HeaderType.Value, member.Expression) : member.Expression is { } written ? _typing.Of(written) : (HeaderType.Value, null);
            passed.Add(new PassedArgument(
                parameter.Table,
                parameter.Index,
                IsRest: false,
                parameter.Name,
                isKey ? null : type,
                value?.ToString() ?? member.Code,
                value is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }));
        }

        return passed;
    }

    /// <summary>The members by name, as far as the script uses them; others must have no effect.</summary>
    private Dictionary<string, Member>? MembersOf(CallSite call, PreparedText script)
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
            if (model.GetTypeInfo(initializer.Expression, cancellationToken).Type is not { } type || (!script.Parameters.Contains(name) && !IsSimple(initializer.Expression)))
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
    private static bool IsInOrder(IEnumerable<ExpressionSyntax?> expressions)
    {
        var written = expressions.OfType<ExpressionSyntax>().Where(expression => !IsSimple(expression)).Select(expression => expression.SpanStart).ToList();
        return written.SequenceEqual(written.OrderBy(position => position));
    }

    /// <summary>Whether an expression has no effect and always has the same value.</summary>
    public static bool IsSimple(ExpressionSyntax expression) => SingleAssignment.Unwrap(expression) switch
    {
        LiteralExpressionSyntax or IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsSimple(access.Expression),
        PrefixUnaryExpressionSyntax { Operand: var operand } => IsSimple(operand),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(hole => IsSimple(hole.Expression)),
        _ => false,
    };
}
