using LuaGen.Language.Checking.Common;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking.Cluster;

/// <summary>All findings about a script's keys.</summary>
internal static class ClusterFindings
{
    /// <summary>The maximum number of lines that a message lists.</summary>
    public const int MaxLines = 8;

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The key.</param>
    /// <param name="key">The key as written.</param>
    /// <param name="what">Where it comes from, as message text.</param>
    /// <param name="others">The lines of further undeclared keys.</param>
    /// <param name="remedy">What to write instead.</param>
    public static void UndeclaredKey(this FindingBag findings, SourceSpan span, string key, string what, List<string> others, string remedy) =>
        findings.Add(Rule.UndeclaredKey, span, key, what, Lines(others), remedy);

    public static void DerivedKey(this FindingBag findings, SourceSpan span, string key, List<string> others, string remedy) =>
        findings.Add(Rule.DerivedKey, span, key, Lines(others), remedy);

    public static void KeysOfDifferentSlots(this FindingBag findings, SourceSpan span, (string Key, int Slot) one, (string Key, int Slot) other, string line) =>
        findings.Add(Rule.KeysOfDifferentSlots, span, Shown(one.Key), $"{one.Slot}", Shown(other.Key), line, $"{other.Slot}", Tagged(one.Key), Tagged(other.Key));

    public static void UndeclaredOnDragonfly(this FindingBag findings, SourceSpan span, string key, List<string> others) =>
        findings.Add(Rule.DragonflyDiffers, span, $"refuses the key `{key}`, which is not in KEYS{Lines(others)}", "pass it in KEYS, or write `--!df flags=allow-undeclared-keys` as the first line");

    private static string Lines(List<string> lines) => lines.Count switch
    {
        0 => "",
        1 => $" (also line {lines[0]})",
        <= MaxLines => $" (also lines {string.Join(", ", lines)})",
        _ => $" (also lines {string.Join(", ", lines.Take(MaxLines))}, …)",
    };

    private static string Tagged(string key) => "`'{tag}:" + Shortened(key.Replace("{", "").Replace("}", "")) + "'`";

    private static string Shown(string key) => "`'" + Shortened(key) + "'`";

    private static string Shortened(string key) => SourceExcerpt.OneLine(key) + (key.Length > SourceExcerpt.MaxLength ? "…" : "");
}
