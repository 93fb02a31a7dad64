using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Prepared;

/// <summary>Prepares scripts in the form of <c>LuaScript</c>: a name that the script uses as a key becomes a key, any other one an argument.</summary>
internal static class PreparedScripts
{
    private static readonly string[] Servers = [.. LuaLibrary.RedisGlobals.Where(name => name is not ("KEYS" or "ARGV"))];

    /// <summary><see langword="null"/> for a text in any other form.</summary>
    public static PreparedScript? Of(string text, CancellationToken cancellationToken)
    {
        if (LuaScriptForm.Read(text) is not { } form)
        {
            return null;
        }

        // Every name as an argument: the keys are the ones that commands use as keys.
        var provisional = form.Prepare([]);
        if (!TokenScan.NamesAny(provisional.Text, Servers))
        {
            return null;
        }

        var findings = new FindingBag();
        var tree = LuaParser.Parse(provisional.Text, findings, cancellationToken);
        var script = Binder.Bind(tree, cancellationToken);
        if (findings.HasErrors)
        {
            return provisional;
        }

        var types = TypeInference.Run(script, DeclaredParameters.None, cancellationToken);
        var keys = KeyUses.Of(types).Select(use => use.Argument?.Index ?? 0).Where(index => index > 0 && index <= form.Names.Count).Select(index => form.Names[index - 1]);
        return form.Prepare([.. new HashSet<string>(keys, StringComparer.Ordinal)]);
    }
}
