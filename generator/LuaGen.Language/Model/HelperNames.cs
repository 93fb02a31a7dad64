namespace LuaGen.Language.Model;

/// <summary>
/// What the private methods of a class are called. A type of another script may be called the same: <c>Stock.lua</c> reads
/// its record by <c>ReadStockReply</c>, and the record of <c>ReadStock.lua</c> is <c>ReadStockReply</c>. Then the methods
/// give way, which nobody sees.
/// </summary>
/// <param name="Suffix">Behind each of them; empty in nearly every class.</param>
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

    /// <summary>Puts a call together.</summary>
    public string Prepare(string script) => $"Prepare{script}{Suffix}";

    /// <summary>Reads a script's reply, or a type in it.</summary>
    public string Read(string scriptOrType) => $"Read{scriptOrType}{Suffix}";

    /// <summary>Gives the words of an enum.</summary>
    public string Spell(string type) => $"Spell{type}{Suffix}";

    private IEnumerable<string> All(ScriptModel script) =>
        script.TypeNames().SelectMany(type => new[] { Read(type), Spell(type) }).Append(Read(script.Name)).Append(Prepare(script.Name));
}
