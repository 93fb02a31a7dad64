using System.Text.RegularExpressions;
using LuaGen.Language.Header;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.LuaScripts;

/// <summary>
/// A script file whose code names its parameters as StackExchange.Redis's <c>LuaScript</c> does. A name that a command uses as
/// a key is an element of <c>KEYS</c>, any other an element of <c>ARGV</c>, both by order of appearance.
/// </summary>
internal sealed class LuaScriptFile
{
    private const string KeyRemedy = "pass it as a key and write its name with `@`";

    private static readonly string[] Servers = [.. LuaLibrary.RedisGlobals.Where(name => name is not ("KEYS" or "ARGV"))];
    private static readonly Regex KeyAdvice = new(@"(declare|pass) (it|such keys) (as|in) .*?write `KEYS\[\w+\]`", RegexOptions.CultureInvariant);

    private readonly LuaScriptText _script;
    private readonly TranslatedScript _translated;

    private LuaScriptFile(LuaScriptText script, TranslatedScript translated) => (_script, _translated) = (script, translated);

    /// <summary>The text of the file.</summary>
    public string Source => _script.Text;

    /// <summary>The script that is analysed and sent, with elements of <c>KEYS</c> and <c>ARGV</c> in place of the names.</summary>
    public string Text => _translated.Text;

    /// <summary>The replaced parts.</summary>
    public IReadOnlyList<TranslatedScript.Part> Replaced => _translated.Replaced;

    /// <summary>Whether a name in a string is replaced, which is hardly ever meant.</summary>
    public bool ReplacesInStrings => Replaced.Any(IsInString);

    /// <summary>The file in this form; <see langword="null"/> for a text in any other form, and for one that calls no command.</summary>
    public static LuaScriptFile? Of(string text, CancellationToken cancellationToken)
    {
        if (text.IndexOf('@') < 0 || LuaScriptText.Read(text) is not { IsLuaScript: true } script || !TokenScan.NamesAny(script.WithKeys(_ => false).Text, Servers))
        {
            return null;
        }

        return new LuaScriptFile(script, script.WithKeys(LuaScriptKeys.Of(script, cancellationToken).Contains));
    }

    /// <summary>Reports the form itself, names in strings, and names that differ only in case; all at places of <see cref="Text"/>.</summary>
    public void Report(FindingBag findings)
    {
        findings.Add(Rule.LuaScriptForm, Replaced.First(part => !part.Target.IsEmpty).Target, Mapping());
        foreach (var part in Replaced.Where(IsInString))
        {
            var name = part.Name.Name;
            var keepsText = Replaced.Any(other => other.Name.Name == name && other.Name.Declares && other != part) ? $"'@' .. '{name}'" : $"@@{name}";
            findings.Add(Rule.ReplacedInString, part.Target, name, Text.Substring(part.Target.Start, part.Target.Length), keepsText);
        }

        foreach (var group in _translated.Parameters.GroupBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var other in group.Skip(1))
            {
                var place = Replaced.First(part => part.Name.Name == other.Name).Target;
                findings.Add(Rule.NameCollision, place, $"'@{group.Key}' and '@{other.Name}' differ only in case: spell them alike, or rename one of them");
            }
        }
    }

    /// <summary>The header with the names as declarations, where no line declares their elements.</summary>
    public ScriptHeader AddTo(ScriptHeader header)
    {
        var names = _translated.Parameters.Where(parameter => !IsDeclared(parameter)).Select(Declaration).ToList();
        return header with { Loose = [.. names, .. header.Loose.Where(loose => !names.Any(name => name.IsKey == loose.IsKey && name.Index == loose.Index))] };

        bool IsDeclared(LuaScriptParameter parameter) => IsKey(parameter)
            ? header.Keys.Any(key => key.Index == parameter.Index || key.IsRest)
            : header.Arguments.Any(argument => argument.Index == parameter.Index || argument.IsRest);
    }

    /// <summary>A finding about <see cref="Text"/> as one about the file, in whose messages and remedies parameters have their names.</summary>
    public Finding InFile(Finding finding)
    {
        var placed = finding with { Span = ToSource(finding.Span), Replacement = finding.Replacement is { } written ? new Replacement(ToSource(written.Span), Named(written.Text)) : null };
        return finding.Rule == Rule.LuaScriptForm || finding.Rule == Rule.ReplacedInString
            ? placed
            : placed with { Arguments = finding.Arguments.Select(Named).ToEquatableArray() };
    }

    /// <summary>Replaces elements by the names of the parameters.</summary>
    public string Named(string text) => _translated.Named(KeyAdvice.Replace(text, KeyRemedy));

    /// <summary>The place in the file of a place in <see cref="Text"/>.</summary>
    public SourceSpan ToSource(SourceSpan span) => _translated.ToSource(span);

    /// <summary>The place in <see cref="Text"/> of a place in the file.</summary>
    public int ToTarget(int position) => _translated.ToTarget(position);

    private static bool IsKey(LuaScriptParameter parameter) => parameter.Table == Binding.ParameterTable.Keys;

    private static bool IsInString(TranslatedScript.Part part) => part.Name.Place == LuaScriptPlace.String && !part.Target.IsEmpty;

    private static LooseDeclaration Declaration(LuaScriptParameter parameter) =>
        new(new HeaderLine("", 0, 0), IsKey(parameter), parameter.Index, IsRest: false, parameter.Name, Type: null, Default: null, "") { IsExact = true };

    /// <summary><c>`KEYS[1]` for '@key', `ARGV[1]` for '@value'</c></summary>
    private string Mapping() =>
        string.Join(", ", _translated.Parameters.OrderBy(parameter => parameter.Table).Select(parameter => $"`{parameter.Element}` for '@{parameter.Name}'"));
}
