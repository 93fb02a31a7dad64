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
    private readonly bool _isAsked = servers.Servers.Any(server => server.Family == ServerFamily.Garnet);

    /// <summary>Lua 5.4 refuses escapes that it does not know, such as <c>\.</c>; in Lua 5.1 they are the character itself.</summary>
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
                if (!IsEscape(text, i + 1))
                {
                    Report(new SourceSpan(i, 2), $"the escape `{text.Substring(i, 2)}`", char.IsLetter(text[i + 1]) ? $"write `{text[i + 1]}`, which is what it means" : $"write `{text[i + 1]}`, or `%{text[i + 1]}` in a pattern");
                    return;
                }

                i++;
            }
        }
    }

    /// <summary>The tokens of the whole script, because names occur in places that are not expressions.</summary>
    public void CheckNames()
    {
        var text = script.Tree.Text;
        for (var at = text.IndexOf(NewKeyword, StringComparison.Ordinal); at >= 0; at = text.IndexOf(NewKeyword, at + 1, StringComparison.Ordinal))
        {
            if (IsName(text, at))
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
        var constants = call.Arguments.Skip(1).Select(argument => argument.Constant).ToArray();
        constants[index - 1] = "5";
        if (!ArgumentMatcher.Fits(grammar, constants, call.IsOpen, Server.Any))
        {
            return false;
        }

        constants[index - 1] = "5.0";
        return !ArgumentMatcher.Fits(grammar, constants, call.IsOpen, Server.Any);
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

    private static bool IsEscape(string text, int at) => text[at] switch
    {
        'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or 'z' or '\\' or '"' or '\'' or '\n' or '\r' or (>= '0' and <= '9') => true,
        'x' => at + 2 < text.Length && IsHex(text[at + 1]) && IsHex(text[at + 2]),
        'u' => at + 1 < text.Length && text[at + 1] == '{',
        _ => false,
    };

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>Whether the text is a whole word of the code, outside of comments and strings.</summary>
    private bool IsName(string text, int at) =>
        (at == 0 || !IsWord(text[at - 1])) && (at + NewKeyword.Length == text.Length || !IsWord(text[at + NewKeyword.Length]))
        && !script.Tree.Comments.Any(comment => comment.Span.Start <= at && at < comment.Span.End)
        && !StringSpans.Of(script.Tree).Any(span => span.Start <= at && at < span.End);

    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c);
}
