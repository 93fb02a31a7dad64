using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking.Cluster;

/// <summary>All that the keys of a script's calls can show.</summary>
internal static class ClusterFindings
{
    /// <summary>As many lines as a message lists.</summary>
    public const int MaxLines = 8;

    /// <param name="findings">Takes the finding.</param>
    /// <param name="span">The key.</param>
    /// <param name="key">The key as it is written.</param>
    /// <param name="what">Where it comes from, in words.</param>
    /// <param name="others">The lines of further ones.</param>
    /// <param name="remedy">What to write.</param>
    public static void UndeclaredKey(this FindingBag findings, SourceSpan span, string key, string what, List<int> others, string remedy) =>
        findings.Add(Rule.UndeclaredKey, span, key, what, Lines(others), remedy);

    public static void DerivedKey(this FindingBag findings, SourceSpan span, string key, List<int> others, string remedy) =>
        findings.Add(Rule.DerivedKey, span, key, Lines(others), remedy);

    public static void KeysOfDifferentSlots(this FindingBag findings, SourceSpan span, (string Key, int Slot) one, (string Key, int Slot) other, int line) =>
        findings.Add(Rule.KeysOfDifferentSlots, span, Shown(one.Key), $"{one.Slot}", Shown(other.Key), $"{line}", $"{other.Slot}", Tagged(one.Key), Tagged(other.Key));

    private static string Lines(List<int> lines) => lines.Count switch
    {
        0 => "",
        1 => $" (nor is the one on line {lines[0]})",
        <= MaxLines => $" (nor are those on lines {string.Join(", ", lines)})",
        _ => $" (nor are those on lines {string.Join(", ", lines.Take(MaxLines))}, …)",
    };

    private static string Tagged(string key) => "'{tag}:" + Shortened(key.Replace("{", "").Replace("}", "")) + "'";

    private static string Shown(string key) => "'" + Shortened(key) + "'";

    private static string Shortened(string key) => SourceWords.OneLine(key) + (key.Length > SourceWords.MaxLength ? "…" : "");
}
