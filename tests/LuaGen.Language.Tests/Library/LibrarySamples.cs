using LuaGen.Language.Commands;
using LuaGen.Language.Library;

namespace LuaGen.Language.Tests.Library;

/// <summary>Library functions and arguments for them.</summary>
internal static class LibrarySamples
{
    /// <summary>Restores settings that sample calls may have changed, because the settings of cjson outlive a script.</summary>
    public const string Restore = """
        redis.setresp(2)
        redis.set_repl(redis.REPL_ALL)
        cjson.encode_max_depth(1000)
        cjson.decode_max_depth(1000)
        cjson.encode_number_precision(14)
        cjson.encode_keep_buffer(true)
        cjson.encode_invalid_numbers(false)
        cjson.decode_invalid_numbers(true)
        cjson.encode_sparse_array(false, 2, 10)
        """;

    /// <summary>The functions that every server from 7.0 on has.</summary>
    public static IEnumerable<LibraryFunction> Functions =>
        LuaLibrary.All.OfType<LibraryFunction>().Where(function => function.Servers.Includes(ServerList.Default.Servers[0]) && !function.Name.StartsWith("__", StringComparison.Ordinal));

    public static LibraryFunction Function(string fullName) => Functions.Single(function => function.FullName == fullName);

    public static string Fitting(string function, ParameterKind kind) => kind switch
    {
        ParameterKind.Number or ParameterKind.Selector => "2",
        ParameterKind.Table => "{1, 2, 3}",
        ParameterKind.Function => "function() end",
        ParameterKind.Setting => "true",
        ParameterKind.Coroutine => "coroutine.create(function() end)",
        ParameterKind.Replacement => "'x'",
        ParameterKind.Any => "1",
        _ when function == "collectgarbage" => "'count'",
        _ when function is "redis.call" or "redis.pcall" or "redis.acl_check_cmd" => "'PING'",
        _ when function.StartsWith("struct.", StringComparison.Ordinal) => "'b'",
        _ => "'1'",
    };
}
