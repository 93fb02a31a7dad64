using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds what Lua 5.1 accepts and Lua 5.4, which Garnet and Dragonfly run, does not accept or understands differently.</summary>
internal sealed class Lua54Checks(BoundScript script, ServerList servers, FindingBag findings)
{
    private const string NewKeyword = "goto";

    /// <summary>Whether a server that was asked is among the servers; the others' sources were read.</summary>
    private readonly bool _isAsked = servers.Has(ServerFamily.Garnet);

    /// <summary>Lua 5.4 refuses escapes that it does not know, such as <c>\.</c>; in Lua 5.1 they are the character itself. Unknown letters are reported for all servers.</summary>
    public void Check(StringLiteral literal)
    {
        var text = script.Tree.Text;
        var end = literal.Span.End - 1;
        if (text[literal.Span.Start] == '[')
        {
            return;
        }

        for (var i = literal.Span.Start + 1; i < end; i++)
        {
            if (text[i] == '\\')
            {
                if (text[i + 1] is not ('\\' or '"' or '\'' or '\n' or '\r') && !char.IsLetterOrDigit(text[i + 1]))
                {
                    Report(new SourceSpan(i, 2), $"the escape `{text.Substring(i, 2)}`", $"write `{text[i + 1]}`, or `%{text[i + 1]}` in a pattern");
                    return;
                }

                i++;
            }
        }
    }

    /// <summary>A name that is a keyword of Lua 5.4. Names occur in places that are not expressions, so the text outside of comments and strings is searched.</summary>
    public void CheckNames()
    {
        var text = script.Tree.Text;
        var at = text.IndexOf(NewKeyword, StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        SourceSpan[] opaque = [.. script.Tree.Comments.Select(comment => comment.Span).Concat(StringSpans.Of(script.Tree)).OrderBy(span => span.Start)];
        for (var next = 0; at >= 0; at = text.IndexOf(NewKeyword, at + 1, StringComparison.Ordinal))
        {
            while (next < opaque.Length && opaque[next].End <= at)
            {
                next++;
            }

            if (IsWord(text, at) && (next == opaque.Length || at < opaque[next].Start))
            {
                Report(new SourceSpan(at, NewKeyword.Length), $"`{NewKeyword}` as a name, which is a keyword", "choose another name");
                return;
            }
        }
    }

    /// <summary>A quotient is a float, sent with a fraction: <c>10 / 2</c> as <c>5.0</c>, where the command takes a whole number.</summary>
    public void CheckSent(CallExpression call)
    {
        if (_isAsked && script.Calls.All.FirstOrDefault(each => each.Expression == call) is { Arguments: [{ Constant: { } name }, ..], Guard: null } sent
            && CommandTable.Find(name) is { Arguments: { } grammar, Words: 1 } command)
        {
            for (var i = 1; i < sent.Arguments.Count; i++)
            {
                if (sent.Arguments[i].Value is BinaryExpression { Operator: BinaryOperator.Divide or BinaryOperator.Power } && TakesWhole(grammar, sent, i))
                {
                    var written = SourceExcerpt.Of(script.Tree, sent.Arguments[i].Expression);
                    findings.FloatSent(sent.Arguments[i].Span, written, command.Name);
                }
            }
        }
    }

    /// <summary><c>redis.call('SET', …).ok</c>: Garnet replies with a string.</summary>
    public void CheckStatus(Expression member)
    {
        var (target, name) = member switch
        {
            MemberExpression dotted => (dotted.Target, dotted.Member.Name),
            IndexExpression { Index: StringLiteral text } index => (index.Target, text.Value),
            _ => (null, ""),
        };
        if (_isAsked && name == "ok" && target is not null && script.Resolve(target) is CallExpression call
            && script.Calls.All.FirstOrDefault(each => each.Expression == call) is { Arguments: [{ Constant: { } command }, ..] }
            && command.Equals("SET", StringComparison.OrdinalIgnoreCase))
        {
            findings.StatusOnGarnet(member.Span, SourceExcerpt.Of(script.Tree, member));
        }
    }

    private static bool TakesWhole(ArgumentNode grammar, RedisCall call, int index)
    {
        var constants = call.ConstantsFrom(1);
        constants[index - 1] = "5";
        if (!ArgumentMatcher.Fits(grammar, constants, call.IsOpen, ServerList.Any))
        {
            return false;
        }

        constants[index - 1] = "5.0";
        return !ArgumentMatcher.Fits(grammar, constants, call.IsOpen, ServerList.Any);
    }

    private void Report(SourceSpan span, string what, string remedy)
    {
        if (_isAsked)
        {
            findings.NotLua54(span, what, remedy);
        }
        else
        {
            findings.Add(Rule.DragonflyDiffers, span, $"does not compile {what}", remedy);
        }
    }

    private static bool IsWord(string text, int at) =>
        (at == 0 || !IsPartOfName(text[at - 1])) && (at + NewKeyword.Length == text.Length || !IsPartOfName(text[at + NewKeyword.Length]));

    private static bool IsPartOfName(char c) => c == '_' || char.IsLetterOrDigit(c);
}
