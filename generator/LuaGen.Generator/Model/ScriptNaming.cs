using LuaGen.Generator.Header;

namespace LuaGen.Generator.Model;

/// <summary>Finds a script's class and method name: the header decides, then the project, then the path.</summary>
internal static class ScriptNaming
{
    private static readonly char[] Separators = ['/', '\\'];

    public static (ClassName Class, string Name) Of(ScriptSource source, ScriptHeader header)
    {
        var option = header.Options.LastOrDefault(o => o.Name == "class")?.Value ?? source.ClassName;
        var @class = option is null ? new ClassName(source.RootNamespace, FromFolders(source.FilePath)) : Dotted(option, source.RootNamespace);
        var name = header.Options.LastOrDefault(o => o.Name == "name")?.Value is { } explicitName
            ? Identifiers.Explicit(explicitName)
            : Identifiers.Pascal(FileName(source.FilePath));
        return (@class, name.Length == 0 ? "Script" : name);
    }

    /// <summary>
    /// The path below the last <c>Scripts</c> or <c>Lua</c> folder; the folder above when nothing is below; all folders
    /// when there is none of these names; <c>LuaScripts</c> in the project's root.
    /// </summary>
    private static string FromFolders(string path)
    {
        var folders = path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        folders = folders.Take(folders.Length - 1).ToArray();
        var marker = Array.FindLastIndex(folders, IsMarker);
        var named = marker < 0 || marker < folders.Length - 1
            ? folders.Skip(marker + 1)
            : folders.Take(marker).Reverse().TakeWhile(folder => !IsMarker(folder)).Take(1);
        var name = Identifiers.Pascal(string.Concat(named.Select(Identifiers.Pascal)));
        return (name.Length == 0 ? "Lua" : name) + "Scripts";
    }

    private static bool IsMarker(string folder) =>
        folder.Equals("Scripts", StringComparison.OrdinalIgnoreCase) || folder.Equals("Lua", StringComparison.OrdinalIgnoreCase);

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

    /// <summary>C# keeps types of small letters alone to itself, and two members are in every class.</summary>
    private static string TypeName(string name) =>
        name is "Definitions" or "_target" ? name + "Scripts"
        : name.All(c => c is >= 'a' and <= 'z') ? Identifiers.Pascal(name)
        : name;
}
