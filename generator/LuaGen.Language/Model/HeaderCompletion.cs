using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Model;

/// <summary>
/// Completes a header from the code: lines in a form of their own get a name and a type, and a script without any header
/// gets a whole one. What the code does not tell stays a <c>value</c>.
/// </summary>
internal sealed class HeaderCompletion
{
    private static readonly string[] Articles = ["a", "an", "the"];

    private readonly ScriptHeader _header;
    private readonly SignatureInference _signature;
    private readonly FindingBag _findings;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private HeaderCompletion(ScriptHeader header, BoundScript script, FindingBag findings)
    {
        _header = header;
        _signature = SignatureInference.Of(script);
        _findings = findings;
        _names.UnionWith(header.Keys.Select(key => Identifiers.Camel(key.Path.Name)));
        _names.UnionWith(header.Arguments.Select(argument => Identifiers.Camel(argument.Path.Name)));
    }

    /// <summary>The header itself where there is nothing to complete.</summary>
    public static ScriptHeader Complete(ScriptHeader header, BoundScript script, FindingBag findings)
    {
        if (!header.DeclaresAnything)
        {
            findings.NoHeader();
        }
        else if (header.Loose.Count == 0)
        {
            return header;
        }

        var completion = new HeaderCompletion(header, script, findings);
        return header with { Keys = completion.Keys(), Arguments = completion.Arguments() };
    }

    private List<KeyDeclaration> Keys()
    {
        var keys = _header.Keys.ToList();
        foreach (var (index, isRest, loose) in Missing(ParameterTable.Keys, keys.Select(key => key.Index), keys.Any(key => key.IsRest)))
        {
            var name = Name(ParameterTable.Keys, index, isRest, loose);
            var key = new KeyDeclaration(default, default, index, isRest, new PathSyntax(default, name, Member: null), loose?.Text ?? "");
            keys.Add(key);
            ShowCanonical(loose, HeaderText.Of(key));
        }

        return keys;
    }

    private List<ArgumentDeclaration> Arguments()
    {
        var arguments = _header.Arguments.ToList();
        foreach (var (index, isRest, loose) in Missing(ParameterTable.Argv, arguments.Select(argument => argument.Index), arguments.Any(argument => argument.IsRest)))
        {
            var name = Name(ParameterTable.Argv, index, isRest, loose);
            var (type, literal) = Type(index, isRest, loose);
            var argument = new ArgumentDeclaration(
                default, default, index, isRest, new PathSyntax(default, name, Member: null), new NamedType(default, type), literal, loose?.Text ?? "");
            arguments.Add(argument);
            ShowCanonical(loose, HeaderText.Of(argument));
        }

        return arguments;
    }

    private void ShowCanonical(LooseDeclaration? loose, string canonical)
    {
        if (loose is not null)
        {
            _findings.LooseDeclaration(loose.Span, canonical);
        }
    }

    /// <summary>The indexes that no canonical line declares: up to the highest that is named or read, and the rest behind it.</summary>
    private IEnumerable<(int Index, bool IsRest, LooseDeclaration? Loose)> Missing(ParameterTable table, IEnumerable<int> declared, bool hasRest)
    {
        var loose = new Dictionary<int, LooseDeclaration>();
        foreach (var line in _header.Loose.Where(line => line.IsKey == (table == ParameterTable.Keys) && line.Index is > 0 and < short.MaxValue))
        {
            // Of several lines on one index the first describes it.
            if (!loose.ContainsKey(line.Index))
            {
                loose.Add(line.Index, line);
            }
        }

        if (hasRest || (loose.Count == 0 && _header.DeclaresAnything))
        {
            yield break;
        }

        var known = new HashSet<int>(declared);
        var count = known.Concat(loose.Keys).Append(_signature.Count(table)).Max();
        for (var index = 1; index <= count; index++)
        {
            if (!known.Contains(index))
            {
                yield return (index, false, loose.TryGetValue(index, out var line) ? line : null);
            }
        }

        if (_signature.HasRest(table))
        {
            yield return (count + 1, true, null);
        }
    }

    private string Name(ParameterTable table, int index, bool isRest, LooseDeclaration? loose)
    {
        var fallback = (isRest, table) switch
        {
            (true, ParameterTable.Keys) => "keys",
            (true, _) => "arguments",
            (_, ParameterTable.Keys) => "key" + index.ToString(CultureInfo.InvariantCulture),
            _ => "arg" + index.ToString(CultureInfo.InvariantCulture),
        };
        var candidates = new[] { isRest ? null : _signature.Find(table, index)?.Name, NameFromWords(loose?.Text), fallback };
        var name = candidates.Select(candidate => Identifiers.Camel(candidate ?? "")).First(candidate => candidate.Length > 0 && HeaderText.IsName(candidate));
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>The first few words, without articles: <c>the job id</c> → <c>jobId</c>.</summary>
    private static string? NameFromWords(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var phrase = text.Split(',', '.', ';', ':', '(')[0];
        var words = phrase.Split([' ', '\t', '\'', '"', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Articles.Contains(word, StringComparer.OrdinalIgnoreCase))
            .ToList();
        return words.Count is > 0 and <= 4 ? string.Concat(words.Select(Identifiers.Pascal)) : null;
    }

    private (HeaderType Type, LiteralSyntax? Default) Type(int index, bool isRest, LooseDeclaration? loose)
    {
        if (isRest)
        {
            return (HeaderType.Value, null);
        }

        var inferred = _signature.Find(ParameterTable.Argv, index);
        var declared = loose?.Type is { Argument: not null } type ? type : null;
        return inferred?.Default switch
        {
            NumberLiteral number when declared is null => (HeaderType.Double, Literal(LiteralKind.Number, number.Value.ToString("R", CultureInfo.InvariantCulture))),
            StringLiteral text when declared is null && !inferred.IsNumber && text.Value.All(CSharpLiteral.IsPlain) => (HeaderType.String, Literal(LiteralKind.Text, text.Value)),
            _ => (declared ?? (inferred?.IsNumber == true ? HeaderType.Double : HeaderType.Value), null),
        };
    }

    private static LiteralSyntax Literal(LiteralKind kind, string value) => new(default, kind, value);
}
