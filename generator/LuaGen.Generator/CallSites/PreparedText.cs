using System.Text.RegularExpressions;
using LuaGen.Language.Binding;
using LuaGen.Language.LuaScripts;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// A text that <c>LuaScript.Prepare</c> reads. The checks see keys in <c>KEYS</c> and other parameters in <c>ARGV</c>, as in a
/// file; the client sends all of them in <c>ARGV</c>, and those of type <c>RedisKey</c> also as keys.
/// </summary>
/// <param name="Source">The text as written.</param>
/// <param name="Script">The text as the client reads it.</param>
/// <param name="Translated">The text that is checked.</param>
/// <param name="Checked">The same, each character with its position in C#.</param>
internal sealed record PreparedText(ScriptConstant Source, LuaScriptText Script, TranslatedScript Translated, ScriptConstant Checked)
{
    private const string KeyRemedy = "pass it in a member of type `RedisKey` and write its name with `@`";
    private static readonly Regex KeyAdvice = new(@"pass (it|such keys) as (a key|keys) and write `KEYS\[\w+\]`", RegexOptions.CultureInvariant);

    /// <summary>The names that the client looks for in the object, in order.</summary>
    public IReadOnlyList<string> Parameters { get; } = [.. Script.AsSent().Parameters.Select(parameter => parameter.Name)];

    /// <summary>Whether the text names <c>KEYS</c> or <c>ARGV</c> itself, in which the client numbers the parameters in its own way.</summary>
    public bool ReadsTables => Source.Text.IndexOf("KEYS", StringComparison.Ordinal) >= 0 || Source.Text.IndexOf("ARGV", StringComparison.Ordinal) >= 0;

    public static PreparedText Of(ScriptConstant source, CancellationToken cancellationToken)
    {
        var script = LuaScriptText.Read(source.Text);
        var translated = script.WithKeys(LuaScriptKeys.Of(script, cancellationToken).Contains);
        var characters = source.Characters.Count == 0 ? [] : CharactersOf(source, translated);
        return new PreparedText(source, script, translated, new ScriptConstant(translated.Text, characters, source.Owner) { File = source.File });
    }

    /// <summary>Whether a command uses a parameter as a key.</summary>
    public int? KeyIndexOf(string name)
    {
        foreach (var parameter in Translated.Parameters)
        {
            if (parameter.Name == name && parameter.Table == ParameterTable.Keys)
            {
                return parameter.Index;
            }
        }

        return null;
    }

    /// <summary>Replaces elements in a message by the names of the parameters.</summary>
    public string Named(string message) => Translated.Named(KeyAdvice.Replace(message, KeyRemedy));

    private static List<SourceCharacter> CharactersOf(ScriptConstant source, TranslatedScript translated)
    {
        var characters = new List<SourceCharacter>(translated.Text.Length);
        var position = 0;
        foreach (var part in translated.Replaced)
        {
            Copy(part.Source.Start);
            if (part.Target.Length > 0)
            {
                var (first, last) = (source.Characters[part.Source.Start], source.Characters[part.Source.End - 1]);
                var place = first.Tree == last.Tree && last.End > first.Start ? first with { End = last.End } : first;
                characters.AddRange(Enumerable.Repeat(place, part.Target.Length));
            }

            position = part.Source.End;
        }

        Copy(source.Text.Length);
        return characters;

        void Copy(int end)
        {
            for (; position < end; position++)
            {
                characters.Add(source.Characters[position]);
            }
        }
    }
}
