namespace LuaGen.Language.Model;

/// <summary>
/// The names of a class's private methods. A type of another script can have the same name: <c>Stock.lua</c> reads its
/// record with <c>ReadStockReply</c>, and the record of <c>ReadStock.lua</c> is <c>ReadStockReply</c>. Then the methods get
/// a suffix, which callers do not see because the methods are private.
/// </summary>
/// <param name="Suffix">The suffix of every method; usually empty.</param>
internal sealed record HelperNames(string Suffix)
{
    public static HelperNames Of(IEnumerable<ScriptModel> scripts)
    {
        var types = new HashSet<string>(scripts.SelectMany(script => script.TypeNames()), StringComparer.Ordinal);
        var names = new HelperNames(Suffix: "");
        while (scripts.SelectMany(names.All).Any(types.Contains))
        {
            names = new HelperNames(names.Suffix + "_");
        }

        return names;
    }

    /// <summary>The method that builds a call.</summary>
    public string Prepare(string script) => $"Prepare{script}{Suffix}";

    /// <summary>The method that reads a script's reply, or a type in it.</summary>
    public string Read(string scriptOrType) => $"Read{scriptOrType}{Suffix}";

    /// <summary>The method that converts an enum to the literals that are sent.</summary>
    public string Spell(string type) => $"Spell{type}{Suffix}";

    private IEnumerable<string> All(ScriptModel script) =>
        script.TypeNames().SelectMany(type => new[] { Read(type), Spell(type) }).Append(Read(script.Name)).Append(Prepare(script.Name));
}
