using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Checks the error codes that a script raises against the <c>RAISES</c> lines of its header.</summary>
internal sealed class RaisesChecks(TypedScript script, ScriptHeader header, FindingBag findings)
{
    /// <summary>Codes that commands raise; a script that calls any command may raise them without naming them.</summary>
    private static readonly HashSet<string> CommandCodes = new(StringComparer.Ordinal)
    {
        "ERR", "WRONGTYPE", "OOM", "READONLY", "MISCONF", "NOREPLICAS", "MASTERDOWN", "NOPERM", "CROSSSLOT", "CLUSTERDOWN", "BUSYKEY", "BUSYGROUP",
        "NOGROUP", "UNKILLABLE", "DENIED", "INDEX", "NOTFOUND",
    };

    private readonly List<(string Code, SyntaxNode Place)> _raised = [];

    /// <summary>One-word texts of <c>error_reply</c>, which do not become codes.</summary>
    private readonly HashSet<string> _loneWords = new(StringComparer.Ordinal);

    /// <summary>Whether the script raises an error whose code is unknown.</summary>
    private bool _raisesUnknown;

    public void Report()
    {
        foreach (var declared in header.Raises)
        {
            if (!_raisesUnknown && !_raised.Exists(raised => raised.Code == declared.Code) && !(script.ReachedCalls.Any() && CommandCodes.Contains(declared.Code)))
            {
                var reason = _loneWords.Contains(declared.Code) ? ", because Redis puts ERR before a one-word text" : "";
                findings.ErrorNeverRaised(declared.Span, declared.Code, $"`return redis.error_reply('{declared.Code} …')`{reason}");
            }
        }

        var known = new HashSet<string>(header.Raises.Select(raises => raises.Code), StringComparer.Ordinal) { "ERR" };
        foreach (var (code, place) in _raised)
        {
            if (IsCode(code) && known.Add(code))
            {
                findings.ErrorNotDeclared(place.Span, code);
            }
        }
    }

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case CallExpression { Arguments: [var message, ..] } call:
                EnterCall(call, message);
                break;
            case TableConstructor constructor:
                foreach (var field in constructor.Fields.OfType<NamedField>().Where(field => field.Name.Name == "err"))
                {
                    Add(field.Value);
                }

                break;
        }
    }

    private void EnterCall(CallExpression call, Expression message)
    {
        switch ((script.TypeOf(call.Function).Detail as Builtin)?.Name)
        {
            // A one-word text is not a code: Redis puts ERR before it.
            case "redis.error_reply":
                Add(message, needsText: true);
                break;

            // Redis turns a raised string into an ERR error; a table keeps its code.
            case "error":
                _raisesUnknown |= script.TypeOf(message) is var value && value.MayBe(LuaKinds.Any & ~(LuaKinds.Text | LuaKinds.Falsy)) && message is not TableConstructor
                    && !(value.Is(LuaKinds.Error) && message is CallExpression);
                break;
        }
    }

    private void Add(Expression message, bool needsText = false)
    {
        var value = script.TypeOf(message);
        var text = value.Text ?? HeadOf(message);
        if (value.Kinds == LuaKinds.None)
        {
            // The code is unreachable, or the script's types are unknown.
            _raisesUnknown = true;
            return;
        }

        var space = text?.IndexOf(' ') ?? -1;
        if (text is null || (space < 0 && value.Text is null))
        {
            _raisesUnknown = true;
        }
        else if (space >= 0 || !needsText)
        {
            _raised.Add((text.Substring(0, space < 0 ? text.Length : space).TrimStart('-'), message));
        }
        else
        {
            _loneWords.Add(text.TrimStart('-'));
        }
    }

    /// <summary>The constant at the beginning of a concatenation.</summary>
    private string? HeadOf(Expression message)
    {
        while (script.Script.Resolve(message) is BinaryExpression { Operator: BinaryOperator.Concatenate } concatenation)
        {
            message = concatenation.Left;
        }

        return script.TypeOf(message).Text;
    }

    private static bool IsCode(string word) => word.Length > 1 && word[0] is >= 'A' and <= 'Z' && word.All(character => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
