using System.Globalization;
using System.Text;
using LuaGen.Language.Library;

namespace LuaGen.Language.Tests.Library;

/// <summary>What other Lua tools are told of Redis: files in their formats, written from the table of the library.</summary>
internal static class EditorFiles
{
    /// <summary>The libraries that Lua itself does not have; other tools know the rest.</summary>
    private static readonly string[] OfRedis = ["redis", "server", "cjson", "cmsgpack", "struct", "bit"];

    private static readonly string[] Keywords =
        ["and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while"];

    private static string[] Libraries => [.. LuaLibrary.Libraries.Append(LuaLibrary.ValkeyServer).Where(library => MembersOf(library).Any()).Order(StringComparer.Ordinal)];

    /// <summary>The members that some Redis from 7.0 on or some Valkey has, whatever its security fixes.</summary>
    private static IEnumerable<LibraryMember> MembersOf(string library) => LuaLibrary.All
        .Where(member => member.Library == (library == LuaLibrary.ValkeyServer ? LuaLibrary.Server : library))
        .Where(member => member.Servers is { Until: null, IsWithdrawn: false, Redis: not null } or { Until: null, IsWithdrawn: false, Valkey: not null })
        .OrderBy(member => member.Name, StringComparer.Ordinal);

    /// <summary>Definitions for lua-language-server.</summary>
    public static string LanguageServer()
    {
        var text = new StringBuilder("""
            ---@meta
            -- What Redis and Valkey add to Lua, for lua-language-server. Written from LuaGen's table of the library.

            ---The keys of the call, from 1.
            ---@type string[]
            KEYS = {}

            ---The arguments of the call, from 1; all of them are strings.
            ---@type string[]
            ARGV = {}

            """);
        foreach (var library in OfRedis)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n---@class {library}lib\n{library} = {{}}\n");
            foreach (var member in MembersOf(library))
            {
                Define(text, library, member);
            }
        }

        return text.ToString();
    }

    /// <summary>A standard for luacheck.</summary>
    public static string Luacheck()
    {
        var text = new StringBuilder("""
            -- The globals of Lua inside Redis and Valkey, for luacheck. Written from LuaGen's table of the library.
            stds.redis = {
              read_globals = {
                KEYS = { other_fields = true },
                ARGV = { other_fields = true },
                _G = { other_fields = true },

            """);
        foreach (var member in MembersOf(LuaLibrary.Globals).Where(member => member.Name is not ("KEYS" or "ARGV" or "_G")))
        {
            text.Append(CultureInfo.InvariantCulture, $"    '{member.Name}',\n");
        }

        foreach (var library in Libraries)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {library} = {{ fields = {{ {string.Join(", ", MembersOf(library).Select(member => $"'{member.Name}'"))} }} }},\n");
        }

        return text.Append("  },\n}\n\nstd = 'redis'\n").ToString();
    }

    /// <summary>A standard library for selene.</summary>
    public static string Selene()
    {
        var text = new StringBuilder("""
            # Lua inside Redis and Valkey, for selene. Written from LuaGen's table of the library.
            name: redis
            lua_versions:
              - lua51
            globals:

            """);
        foreach (var (library, member) in Libraries.Prepend(LuaLibrary.Globals).SelectMany(library => MembersOf(library).Select(member => (library, member))))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {(library == LuaLibrary.Globals ? "" : library + ".")}{member.Name}:\n");
            text.Append(member switch
            {
                LibraryFunction function => Arguments(function),
                { Name: "KEYS" or "ARGV" or "_G" } => "    any: true\n",
                _ => "    property: read-only\n",
            });
        }

        return text.ToString();
    }

    private static void Define(StringBuilder text, string library, LibraryMember member)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n---{member.Summary}\n");
        if (member is LibraryConstant constant)
        {
            text.Append(CultureInfo.InvariantCulture, $"---@type {TypeOf(constant.Kinds)}\n{library}.{member.Name} = nil\n");
            return;
        }

        var function = (LibraryFunction)member;
        var names = function.Parameters.Select((parameter, index) => function.IsRepeating && index == function.Parameters.Count - 1 ? "..." : Name(parameter.Name)).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"---@param {names[i]}{(i >= function.Required && names[i] != "..." ? "?" : "")} {TypeOf(function.Parameters[i].Kind)}\n");
        }

        foreach (var (result, index) in function.Results.Items.Select((result, index) => (result, index)))
        {
            text.Append(CultureInfo.InvariantCulture, $"---@return {TypeOf(result.Kinds)}{(index >= function.Results.Least && !result.Kinds.HasFlag(ResultKinds.Nil) ? "?" : "")}\n");
        }

        text.Append(function.Results.Rest is { } rest ? $"---@return {TypeOf(rest.Kinds)} ...\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"function {library}.{member.Name}({string.Join(", ", names)}) end\n");
    }

    private static string Name(string name) => Keywords.Contains(name) ? name + "_" : name;

    private static string TypeOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Text or ParameterKind.Selector => "string|number",
        ParameterKind.String => "string",
        ParameterKind.Number => "number|string",
        ParameterKind.Table => "table",
        ParameterKind.Function => "function",
        ParameterKind.Replacement => "string|number|table|function",
        ParameterKind.Setting => "boolean|string",
        ParameterKind.Coroutine => "thread",
        _ => "any",
    };

    private static string TypeOf(ResultKinds kinds) => kinds.HasFlag(ResultKinds.Value)
        ? "any"
        : string.Join('|', new[]
        {
            (ResultKinds.Boolean, "boolean"), (ResultKinds.Integer, "integer"), (ResultKinds.Number, "number"), (ResultKinds.String, "string"),
            (ResultKinds.Status, "{ ok: string }"), (ResultKinds.Error, "{ err: string }"), (ResultKinds.Table, "table"), (ResultKinds.Function, "function"),
            (ResultKinds.Nil, "nil"),
        }.Where(kind => kinds.HasFlag(kind.Item1)).Select(kind => kind.Item2));

    /// <summary>The arguments in selene's form, which has no type for "a number or a string of one": such a parameter takes anything.</summary>
    private static string Arguments(LibraryFunction function)
    {
        if (function.Parameters.Count == 0)
        {
            return "    args: []\n";
        }

        var text = new StringBuilder("    args:\n");
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            var isRest = function.IsRepeating && i == function.Parameters.Count - 1;
            text.Append(isRest ? "      - type: \"...\"\n" : $"      - type: {SeleneType(function.Parameters[i])}\n");
            text.Append(isRest || i >= function.Required ? "        required: false\n" : "");
        }

        return text.Append(function is { IsExact: false, IsRepeating: false } ? "      - type: \"...\"\n        required: false\n" : "").ToString();
    }

    private static string SeleneType(LibraryParameter parameter) => parameter switch
    {
        { AcceptsNil: true } => "any",
        { Kind: ParameterKind.String } => "string",
        { Kind: ParameterKind.Table } => "table",
        { Kind: ParameterKind.Function } => "function",
        _ => "any",
    };
}
