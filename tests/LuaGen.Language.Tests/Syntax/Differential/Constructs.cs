namespace LuaGen.Language.Tests.Syntax.Differential;

/// <summary>Short constructs on which Lua compilers could differ.</summary>
internal static class Constructs
{
    public static IEnumerable<(string Name, string Text)> All() =>
        Snippets.Split("\n====\n").Select((text, i) => ($"construct {i}", text)).Concat(Special);

    private static IEnumerable<(string Name, string Text)> Special =>
    [
        ("empty", ""),
        ("byte order mark", "\ufeffreturn 1"),
        ("mark in the middle", "return\ufeff 1"),
        ("NUL in a string", "return '\0'"),
        ("NUL in a comment", "--\0\nreturn 1"),
        ("NUL as a token", "return \0"),
        ("NUL behind a number", "return 1\0"),
        ("NUL behind a number, then more", "return 1\0e5 x"),
        ("NUL for an exponent's sign", "return 1e\0"),
        ("NUL behind a dot", "return 'a' .\0 'b'"),
        ("NULs behind a dot", "return .\0\0"),
        ("CR lines", "local a = 1\rlocal b = = 2\r"),
        ("LFCR lines", "local a = 1\n\r\n\rlocal b = = 2\n\r"),
        ("CRLF lines", "local a = 1\r\n\r\nlocal b = = 2\r\n"),
        ("mixed lines", "\r\r\n\n\r\n\rx = ="),
        ("CRLF in a long string", "x = [[\r\na\r\n]] = 1"),
        ("CRLF behind a backslash", "x = 'a\\\r\nb' = 1"),
        ("vertical tab and form feed", "return\v1\f"),
        ("no-break space", "return\u00a01"),
        ("shebang and CR", "#!lua\rreturn 1"),
        ("shebang and CRLF", "#!lua flags=no-writes\r\nreturn = 1"),
        ("shebang and LFCR", "#!lua\n\rreturn = 1"),
        ("shebang and NUL", "#!lua\0\nreturn 1"),
        ("shebang with vertical tab", "#!lua\v\nreturn 1"),
        ("shebang with tab", "#!lua\tflags=\nreturn 1"),
        ("shebang with escapes", "#!lua \"flags=\\x6eo-writes\"\nreturn 1"),
        ("escape character", "\u001b return 1"),
    ];

    private static string Snippets => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Syntax", "Differential", "constructs.txt")).TrimEnd('\n');
}
