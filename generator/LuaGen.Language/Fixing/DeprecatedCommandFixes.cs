using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Fixing;

/// <summary>
/// Rewrites calls of deprecated commands, where the replacement does the same and gives the same reply. <c>SETNX</c> and
/// <c>HMSET</c> reply differently from their replacements, so only calls whose reply is not used are rewritten.
/// </summary>
internal static class DeprecatedCommandFixes
{
    public static ScriptFix? Of(ScriptAnalysis analysis, Finding finding)
    {
        var call = analysis.Script.Calls.All.FirstOrDefault(each => each.NameSpan == finding.Span);
        if (call is not { Arguments: [{ Expression: StringLiteral, Constant: { } name }, ..] } || !IsDirect(call))
        {
            return null;
        }

        var rewriting = new Rewriting(analysis, call);
        return name.ToUpperInvariant() switch
        {
            "SUBSTR" => rewriting.To("GETRANGE"),
            "HMSET" when rewriting.IsReplyUnused => rewriting.To("HSET"),
            "GETSET" when rewriting.Takes(2) => rewriting.After(2, "GET").To("SET"),
            "SETNX" when rewriting.Takes(2) && rewriting.IsReplyUnused => rewriting.After(2, "NX").To("SET"),
            "SETEX" when rewriting.Takes(3) => rewriting.SwapLast("EX")?.To("SET"),
            "PSETEX" when rewriting.Takes(3) => rewriting.SwapLast("PX")?.To("SET"),
            "RPOPLPUSH" when rewriting.Takes(2) => rewriting.After(2, "RIGHT", "LEFT").To("LMOVE"),
            "BRPOPLPUSH" when rewriting.Takes(3) => rewriting.After(2, "RIGHT", "LEFT").To("BLMOVE"),
            "ZREVRANGE" when rewriting.TakesAtLeast(3) => rewriting.After(3, "REV").To("ZRANGE"),
            "ZRANGEBYSCORE" when rewriting.TakesAtLeast(3) => rewriting.After(3, "BYSCORE").To("ZRANGE"),
            "ZREVRANGEBYSCORE" when rewriting.TakesAtLeast(3) => rewriting.After(3, "BYSCORE", "REV").To("ZRANGE"),
            "ZRANGEBYLEX" when rewriting.TakesAtLeast(3) => rewriting.After(3, "BYLEX").To("ZRANGE"),
            "ZREVRANGEBYLEX" when rewriting.TakesAtLeast(3) => rewriting.After(3, "BYLEX", "REV").To("ZRANGE"),
            "GEORADIUS" or "GEORADIUS_RO" when rewriting.StoresNothing(5) => rewriting.After(1, "FROMLONLAT").After(3, "BYRADIUS").To("GEOSEARCH"),
            "GEORADIUSBYMEMBER" or "GEORADIUSBYMEMBER_RO" when rewriting.StoresNothing(4) => rewriting.After(1, "FROMMEMBER").After(2, "BYRADIUS").To("GEOSEARCH"),
            _ => null,
        };
    }

    /// <summary>Whether the call passes its arguments itself, not through <c>pcall</c> or a function of the script.</summary>
    private static bool IsDirect(RedisCall call) =>
        call.Expression.Arguments.Take(call.Arguments.Count).SequenceEqual(call.Arguments.Select(argument => argument.Expression));

    /// <summary>The edits of one call.</summary>
    private sealed class Rewriting(ScriptAnalysis analysis, RedisCall call)
    {
        private readonly List<TextEdit> _edits = [];
        private readonly string _name = analysis.Tree.TextOf(call.Arguments[0].Expression);

        /// <summary>The arguments after the command's name.</summary>
        private int Count => call.Arguments.Count - 1;

        public bool IsReplyUnused => SyntaxSearch.All(analysis.Tree, node => node is CallStatement statement && statement.Call == call.Expression).Count > 0;

        public bool Takes(int count) => !call.IsOpen && Count == count;

        public bool TakesAtLeast(int count) => Count >= count;

        /// <summary>Whether the options from an argument on are known, and none of them stores the reply.</summary>
        public bool StoresNothing(int fixedArguments) => !call.IsOpen && Count >= fixedArguments
            && call.Arguments.Skip(1 + fixedArguments).Select((option, index) => option.Constant?.ToUpperInvariant() switch
            {
                "STORE" or "STOREDIST" => false,
                null => "COUNT".Equals(call.Arguments[fixedArguments + index].Constant, StringComparison.OrdinalIgnoreCase),
                _ => true,
            }).All(isKnown => isKnown);

        public Rewriting After(int argument, params string[] words)
        {
            _edits.Add(TextEdit.Insert(call.Arguments[argument].Span.End, string.Concat(words.Select(word => $", {Quoted(word)}"))));
            return this;
        }

        /// <summary><c>…, seconds, value</c> becomes <c>…, value, 'EX', seconds</c>, if it does not matter which of the two is evaluated first.</summary>
        public Rewriting? SwapLast(string word)
        {
            var (first, second) = (call.Arguments[Count - 1].Expression, call.Arguments[Count].Expression);
            if (!(IsConstant(first) || IsConstant(second) || (!Calls(first) && !Calls(second))))
            {
                return null;
            }

            _edits.Add(new TextEdit(first.Span, analysis.Tree.TextOf(second)));
            _edits.Add(new TextEdit(second.Span, $"{Quoted(word)}, {analysis.Tree.TextOf(first)}"));
            return this;
        }

        public ScriptFix To(string name) =>
            new($"Write '{name}'", _edits.Prepend(new TextEdit(call.NameSpan, Quoted(name))).ToEquatableArray());

        /// <summary>In the quotes and the case of the command's name.</summary>
        private string Quoted(string word)
        {
            var quote = _name[0] == '"' ? '"' : '\'';
            return quote + (_name.Any(char.IsUpper) ? word : word.ToLowerInvariant()) + quote;
        }

        private bool IsConstant(Expression expression) => expression is NumberLiteral or StringLiteral or BooleanLiteral
            || (expression is IndexExpression { Index: NumberLiteral } element && analysis.Script.TableOf(element.Target) is not null);

        private bool Calls(Expression expression) =>
            SyntaxSearch.All(analysis.Tree, node => node is CallExpression or MethodCallExpression && expression.Span.Contains(node.Span)).Count > 0;
    }
}
