using System.Globalization;
using System.Text.RegularExpressions;
using LuaGen.Language.Header;

namespace LuaGen.Language.Model;

/// <summary>Determines a script's class and method name from the header, otherwise from the project item, otherwise from the path.</summary>
internal static class ScriptNaming
{
    /// <summary><c>Transfer.v2.lua</c> is the second version of <c>Transfer</c>, and <c>Transfer.v1.0.3.lua</c> has three numbers.</summary>
    private static readonly Regex VersionSuffix = new(@"\.[vV]([0-9]{1,9}(?:\.[0-9]{1,9}){0,2})$", RegexOptions.CultureInvariant);

    private static readonly char[] Separators = ['/', '\\'];

    public static (ClassName Class, string Name, ScriptVersion? Version) Of(ScriptSource source, ScriptHeader header)
    {
        var option = header.Options.LastOrDefault(o => o.Name == "class")?.Value ?? source.ClassName;
        var @class = option is null ? new ClassName(source.RootNamespace, FromFolders(source.FilePath, source.RootNamespace)) : Dotted(option, source.RootNamespace);
        if (header.Options.LastOrDefault(o => o.Name == "name")?.Value is { } explicitName)
        {
            return (@class, OrScript(Identifiers.Explicit(explicitName)), null);
        }

        var file = FileName(source.FilePath);
        if (VersionSuffix.Match(file) is { Success: true } suffix)
        {
            var name = OrScript(Identifiers.Pascal(file.Substring(0, suffix.Index)));
            var parts = suffix.Groups[1].Value.Split('.').Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).ToEquatableArray();
            return (@class, $"{name}V{string.Join("_", parts)}", new ScriptVersion(name, parts));
        }

        return (@class, OrScript(Identifiers.Pascal(file)), null);
    }

    /// <summary>The class and the method of a library's function: <c>reserve_stock</c> of <c>inventory</c> is <c>InventoryFunctions.ReserveStock</c>.</summary>
    public static (ClassName Class, string Name) Of(ScriptSource source, ScriptHeader header, FunctionModel function)
    {
        var option = header.Options.LastOrDefault(o => o.Name == "class")?.Value ?? source.ClassName;
        var @class = option is null ? new ClassName(source.RootNamespace, Identifiers.Pascal(function.Library.Name) + "Functions") : Dotted(option, source.RootNamespace);
        var name = header.Options.LastOrDefault(o => o.Name == "name")?.Value is { } explicitName ? Identifiers.Explicit(explicitName) : Identifiers.Pascal(function.Name);
        return (@class, name.Length == 0 ? "Function" : name);
    }

    /// <summary>Whether a folder name marks a folder for scripts; the path below it names the class.</summary>
    public static bool IsMarker(string folder) =>
        folder.Equals("Scripts", StringComparison.OrdinalIgnoreCase) || folder.Equals("Lua", StringComparison.OrdinalIgnoreCase);

    private static string OrScript(string name) => name.Length == 0 ? "Script" : name;

    /// <summary>
    /// The path below the last <c>Scripts</c> or <c>Lua</c> folder; if nothing is below, the folder above; without such a
    /// folder, all folders; in the project's root, the class of the project.
    /// </summary>
    private static string FromFolders(string path, string rootNamespace)
    {
        var folders = path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        folders = folders.Take(folders.Length - 1).ToArray();
        var marker = Array.FindLastIndex(folders, IsMarker);
        var named = marker < 0 || marker < folders.Length - 1
            ? folders.Skip(marker + 1)
            : folders.Take(marker).Reverse().TakeWhile(folder => !IsMarker(folder)).Take(1);
        var name = Identifiers.Pascal(string.Concat(named.Select(Identifiers.Pascal)));
        return name.Length == 0 ? ProjectNames.RootClass(rootNamespace) : name + "Scripts";
    }

    private static string FileName(string path)
    {
        var file = path.Substring(path.LastIndexOfAny(Separators) + 1);
        return file.EndsWith(".lua", StringComparison.OrdinalIgnoreCase) ? file.Substring(0, file.Length - 4) : file;
    }

    private static ClassName Dotted(string option, string rootNamespace)
    {
        var parts = option.Split('.').Select(Identifiers.Explicit).ToArray();
        var name = TypeName(parts[parts.Length - 1]);
        return parts.Length == 1
            ? new ClassName(rootNamespace, name)
            : new ClassName(string.Join(".", parts.Take(parts.Length - 1)), name);
    }

    /// <summary>C# reserves type names that are all lower case; the other names are members of every generated class.</summary>
    private static string TypeName(string name) =>
        name is "Definitions" or "On" or "_target" ? name + "Scripts"
        : name.All(c => c is >= 'a' and <= 'z') ? Identifiers.Pascal(name)
        : name;
}
