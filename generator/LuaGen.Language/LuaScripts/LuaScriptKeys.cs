using LuaGen.Language.Binding;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.LuaScripts;

/// <summary>Finds the parameters of a <c>LuaScript</c> that its commands use as keys.</summary>
internal static class LuaScriptKeys
{
    public static ISet<string> Of(LuaScriptText script, CancellationToken cancellationToken)
    {
        var translated = script.WithKeys(_ => false);
        var findings = new FindingBag();
        var tree = LuaParser.Parse(translated.Text, findings, cancellationToken);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (findings.HasErrors)
        {
            return keys;
        }

        var types = TypeInference.Run(Binder.Bind(tree, cancellationToken), DeclaredParameters.None, cancellationToken);
        foreach (var use in KeyUses.Of(types))
        {
            if (use.Argument is { Index: var index } && index <= translated.Parameters.Count)
            {
                keys.Add(translated.Parameters[index - 1].Name);
            }
        }

        return keys;
    }
}
