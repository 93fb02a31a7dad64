using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>Checks the error codes that a script raises against the <c>RAISES</c> lines of its header.</summary>
internal sealed class RaisesChecks(TypedScript script, ScriptHeader header, bool runsOnGarnet, FindingBag findings)
{
    /// <summary>Codes that commands raise; a script that calls any command may raise them without naming them.</summary>
    private static readonly HashSet<string> CommandCodes = new(StringComparer.Ordinal)
    {
        "ERR", "WRONGTYPE", "OOM", "READONLY", "MISCONF", "NOREPLICAS", "MASTERDOWN", "NOPERM", "CROSSSLOT", "CLUSTERDOWN", "BUSYKEY", "BUSYGROUP",
        "NOGROUP", "UNKILLABLE", "DENIED", "INDEX", "NOTFOUND",
    };

    private readonly List<(string Code, SyntaxNode Place)> _raised = [];

    /// <summary>One-word texts of <c>error_reply</c>, which do not become codes.</summary>
    private readonly Dictionary<string, Expression> _loneWords = new(StringComparer.Ordinal);

    /// <summary>The codes at the beginning of texts that <c>error</c> raises, which do not become codes either.</summary>
    private readonly Dictionary<string, Expression> _thrown = new(StringComparer.Ordinal);

    /// <summary>The codes that <c>error_reply</c> and <c>error</c> with a table give, which callers on Garnet do not see.</summary>
    private readonly Dictionary<string, (Expression Place, string Remedy)> _hiddenByGarnet = new(StringComparer.Ordinal);

    /// <summary>Whether the script raises an error whose code is unknown.</summary>
    private bool _raisesUnknown;

    public void Report()
    {
        var known = new HashSet<string>(header.Raises.Select(raises => raises.Code), StringComparer.Ordinal) { "ERR" };
        if (header.IsComplete)
        {
            ReportDeclared(known);
        }

        ReportLost(known);
    }

    private void ReportDeclared(HashSet<string> known)
    {
        foreach (var declared in header.Raises)
        {
            var isLost = _loneWords.ContainsKey(declared.Code) || _thrown.ContainsKey(declared.Code);
            if (!_raisesUnknown && !_raised.Exists(raised => raised.Code == declared.Code) && (isLost || !(script.ReachedCalls.Any() && CommandCodes.Contains(declared.Code))))
            {
                findings.ErrorNeverRaised(declared.Span, declared.Code, RemedyOf(declared.Code));
            }
        }

        foreach (var (code, place) in _raised)
        {
            if (IsCode(code) && known.Add(code))
            {
                findings.ErrorNotDeclared(place.Span, code);
            }
        }
    }

    /// <summary>Reports errors of which callers see another code than the script writes.</summary>
    private void ReportLost(HashSet<string> known)
    {
        if (_raised.Find(raised => raised.Code.Length > 0 && !IsCode(raised.Code)) is { Place: { } prose, Code: var word })
        {
            findings.ErrorWithoutCode(prose.Span, $"Callers see the first word of an error as its code, here '{SourceExcerpt.OneLine(word)}'", "a code in capitals first, as in `redis.error_reply('NOTFOUND …')`");
        }

        foreach (var lone in _loneWords)
        {
            if (IsCode(lone.Key) && !known.Contains(lone.Key))
            {
                findings.ErrorWithoutCode(lone.Value.Span, $"Redis puts ERR before a one-word error, so callers do not see the code '{lone.Key}'", $"`redis.error_reply('{lone.Key} …')`, with a text after the code");
            }
        }

        foreach (var thrown in _thrown)
        {
            if (!known.Contains(thrown.Key))
            {
                findings.ErrorWithoutCode(thrown.Value.Span, $"`error` with a string raises ERR, so callers do not see the code '{thrown.Key}'", $"`error({{ err = '{thrown.Key} …' }})`");
            }
        }

        foreach (var hidden in _hiddenByGarnet)
        {
            findings.ErrorWithoutCode(hidden.Value.Place.Span, $"Garnet puts ERR before the errors of scripts, so callers do not see the code '{hidden.Key}'", hidden.Value.Remedy);
        }
    }

    private string RemedyOf(string code) =>
        _thrown.ContainsKey(code) ? $"`error({{ err = '{code} …' }})`, because `error` with a string raises ERR"
        : $"`return redis.error_reply('{code} …')`{(_loneWords.ContainsKey(code) ? ", because Redis puts ERR before a one-word text" : "")}";

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
                NoteHidden(message, "C# that looks for it in the message");
                break;

            // Redis turns a raised string into an ERR error; a table keeps its code.
            case "error":
                NoteThrown(message);
                foreach (var text in (message as TableConstructor)?.Fields.OfType<NamedField>().Where(field => field.Name.Name == "err") ?? [])
                {
                    NoteHidden(text.Value, "`return redis.error_reply(…)`, because Garnet drops the text of a raised table, and C# that looks for the code in the message");
                }

                _raisesUnknown |= script.TypeOf(message) is var value && value.MayBe(LuaKinds.Any & ~(LuaKinds.Text | LuaKinds.Falsy)) && message is not TableConstructor
                    && !(value.Is(LuaKinds.Error) && message is CallExpression);
                break;
        }
    }

    /// <summary><c>error('EMPTY nothing left')</c></summary>
    private void NoteThrown(Expression message)
    {
        if (CodeBefore(message) is { } code && IsCode(code))
        {
            _thrown[code] = message;
        }
    }

    /// <summary>The first word of a text that has others.</summary>
    private string? CodeBefore(Expression message) =>
        (script.TypeOf(message).Text ?? HeadOf(message)) is { } text && text.IndexOf(' ') is > 1 and var space ? text.Substring(0, space) : null;

    /// <summary>Garnet 2.2 replies <c>ERR CODE text</c> for <c>redis.error_reply('CODE text')</c>, and an empty error for <c>error({ err = … })</c>.</summary>
    private void NoteHidden(Expression message, string remedy)
    {
        if (runsOnGarnet && CodeBefore(message)?.TrimStart('-') is { } code && code != "ERR" && IsCode(code) && !_hiddenByGarnet.ContainsKey(code))
        {
            _hiddenByGarnet.Add(code, (message, remedy));
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
            _loneWords[text.TrimStart('-')] = message;
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
