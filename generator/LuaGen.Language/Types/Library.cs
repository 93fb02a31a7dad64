using System.Globalization;

namespace LuaGen.Language.Types;

/// <summary>The globals that Redis hands to a script, and what their functions give (§5 of Lua's manual, redis.io "Redis Lua API").</summary>
internal static class Library
{
    private static readonly Dictionary<string, LuaValue> Globals = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Dictionary<string, LuaValue>> Libraries = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Builtin> StringMethods = new(StringComparer.Ordinal);

    static Library()
    {
        string[] tables = ["KEYS", "ARGV"];
        string[] functions =
        [
            "tonumber", "tostring", "type", "pairs", "ipairs", "next", "select", "unpack", "pcall", "xpcall", "error", "assert",
            "rawget", "rawset", "rawequal", "getmetatable", "setmetatable", "loadstring", "load", "collectgarbage",
        ];
        foreach (var name in tables)
        {
            Globals.Add(name, new LuaValue(LuaKinds.Table, Origins.Unknown, new Builtin(name)));
        }

        foreach (var name in functions)
        {
            Globals.Add(name, FunctionNamed(name));
        }

        string[] redis =
        [
            "call", "pcall", "error_reply", "status_reply", "sha1hex", "log", "setresp", "set_repl", "replicate_commands",
            "breakpoint", "debug", "acl_check_cmd",
        ];
        AddLibrary("redis", redis);
        AddLibrary("server", redis);
        AddLibrary("string", ["byte", "char", "dump", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper"]);
        AddLibrary("table", ["concat", "insert", "maxn", "remove", "sort", "getn"]);
        AddLibrary("math",
        [
            "abs", "acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "deg", "exp", "floor", "fmod", "log", "log10", "max", "min",
            "mod", "pow", "rad", "random", "randomseed", "sin", "sinh", "sqrt", "tan", "tanh",
        ]);
        AddLibrary("cjson", ["encode", "decode"]);
        AddLibrary("cmsgpack", ["pack", "unpack"]);
        AddLibrary("struct", ["pack", "unpack", "size"]);
        AddLibrary("bit", ["tobit", "tohex", "bnot", "band", "bor", "bxor", "lshift", "rshift", "arshift", "rol", "ror", "bswap"]);
        AddLibrary("os", ["clock", "time"]);
        Libraries["math"]["pi"] = LuaValue.Of(Math.PI);
        Libraries["math"]["huge"] = LuaValue.Of(double.PositiveInfinity);
        string[] levels = ["LOG_DEBUG", "LOG_VERBOSE", "LOG_NOTICE", "LOG_WARNING"];
        for (var level = 0; level < levels.Length; level++)
        {
            Libraries["redis"][levels[level]] = Libraries["server"][levels[level]] = LuaValue.Of(level);
        }
    }

    public static LuaValue Global(string name) => Globals.TryGetValue(name, out var value) ? value : LuaValue.Any;

    public static LuaValue MemberOf(Builtin library, string name) =>
        Libraries.TryGetValue(library.Name, out var members) && members.TryGetValue(name, out var member) ? member : LuaValue.Any;

    /// <summary><c>text:sub(…)</c> is <c>string.sub(text, …)</c>.</summary>
    public static Builtin StringMethod(string name) => StringMethods.TryGetValue(name, out var method) ? method : new Builtin($"string.{name}");

    /// <summary>What a function gives that neither keeps nor changes what it gets; <see langword="null"/> for any other.</summary>
    public static ValueList? Call(string function, ValueList arguments)
    {
        var first = arguments.First;
        switch (function)
        {
            case "tonumber":
                return ValueList.One(ToNumber(first, hasBase: arguments.Items.Count > 1));
            case "tostring":
                return ValueList.One(first.Is(LuaKinds.String) ? first : From(LuaKinds.String, first));
            case "type":
                return ValueList.One(NameOfType(first) is { } name ? LuaValue.Of(name) : LuaValue.String with { Origins = Origins.Literal });
            case "redis.error_reply" or "server.error_reply":
                return ValueList.One(new LuaValue(LuaKinds.Error, Origins.Literal));
            case "redis.status_reply" or "server.status_reply":
                return ValueList.One(new LuaValue(LuaKinds.Status, Origins.Literal));
            case "math.floor" or "math.ceil":
                return ValueList.One(first.Value is { } whole ? LuaValue.Of(function == "math.floor" ? Math.Floor(whole) : Math.Ceiling(whole)) : From(LuaKinds.Integer, first));
            case "math.max" or "math.min" or "math.abs":
                return ValueList.One(From(AreWhole(arguments) ? LuaKinds.Integer : LuaKinds.Number, first));
            case "math.random":
                return ValueList.One(arguments.IsOpen || arguments.Items.Count == 0 ? LuaValue.Number : LuaValue.Integer);
            case "string.sub" or "string.upper" or "string.lower" or "string.rep" or "string.reverse":
                return ValueList.One(new LuaValue(LuaKinds.String, (first.Origins & (Origins.Key | Origins.KeyBased)) != 0 ? Origins.Unknown : first.Origins));
            case "string.gsub":
                return new ValueList([From(LuaKinds.String, first), LuaValue.Integer], LuaValue.Nil);
            case "string.format":
                return ValueList.One(new LuaValue(LuaKinds.String, AllOf(arguments)));
            case "string.match":
                return new ValueList([From(LuaKinds.String | LuaKinds.Integer | LuaKinds.Nil, first)], LuaValue.Any);
            case "string.find":
                return new ValueList([LuaValue.Integer.Join(LuaValue.Nil), LuaValue.Integer.Join(LuaValue.Nil)], LuaValue.Any);
            case "string.byte":
                return new ValueList([LuaValue.Integer.Join(LuaValue.Nil)], LuaValue.Integer.Join(LuaValue.Nil));
            case "string.char" or "redis.sha1hex" or "server.sha1hex" or "bit.tohex":
                return ValueList.One(LuaValue.String);
            case "cjson.encode" or "cmsgpack.pack" or "struct.pack":
                return ValueList.One(new LuaValue(LuaKinds.String, AllOf(arguments)));
            case "cjson.decode":
                return ValueList.One(From(LuaKinds.Any & ~LuaKinds.Nil, first));
            case "cmsgpack.unpack" or "struct.unpack":
                return new ValueList([], From(LuaKinds.Any, function == "struct.unpack" ? arguments[1] : first));
            case "string.len" or "table.maxn" or "table.getn" or "struct.size":
                return ValueList.One(LuaValue.Integer);
            case "next" or "rawget" or "getmetatable" or "select" or "loadstring" or "load" or "collectgarbage" or "string.dump" or "math.modf" or "os.clock" or "os.time":
                return ValueList.Unknown;
            case "redis.log" or "server.log" or "redis.set_repl" or "server.set_repl" or "math.randomseed":
                return ValueList.None;
            case "redis.replicate_commands" or "server.replicate_commands" or "redis.breakpoint" or "redis.acl_check_cmd" or "rawequal":
                return ValueList.One(LuaValue.Boolean);
            default:
                return function.StartsWith("math.", StringComparison.Ordinal) ? ValueList.One(From(LuaKinds.Number, first))
                    : function.StartsWith("bit.", StringComparison.Ordinal) ? ValueList.One(From(LuaKinds.Integer, first))
                    : null;
        }
    }

    private static LuaValue ToNumber(LuaValue value, bool hasBase)
    {
        if (value.Is(LuaKinds.Number) && !hasBase)
        {
            return value;
        }

        if (!hasBase && value.Text is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return LuaValue.Of(number);
        }

        var kinds = value.MayBe(LuaKinds.Number | LuaKinds.String) ? LuaKinds.Number : LuaKinds.None;
        return kinds == LuaKinds.None && value.Kinds != LuaKinds.None ? From(LuaKinds.Nil, value) : From(kinds | LuaKinds.Nil, value);
    }

    private static string? NameOfType(LuaValue value) =>
        value.Is(LuaKinds.Nil) ? "nil"
        : value.Is(LuaKinds.Boolean) ? "boolean"
        : value.Is(LuaKinds.Number) ? "number"
        : value.Is(LuaKinds.String) ? "string"
        : value.Is(LuaKinds.AnyTable) ? "table"
        : value.Is(LuaKinds.Function) ? "function"
        : null;

    private static bool AreWhole(ValueList arguments)
    {
        foreach (var argument in arguments.Items)
        {
            if (!argument.Is(LuaKinds.Integer))
            {
                return false;
            }
        }

        return !arguments.IsOpen;
    }

    private static LuaValue From(LuaKinds kinds, LuaValue source) => new(kinds, Holding(source.Origins));

    private static Origins AllOf(ValueList arguments)
    {
        var all = arguments.IsOpen ? Holding(arguments.Rest.Origins) : Origins.None;
        foreach (var argument in arguments.Items)
        {
            all |= Holding(argument.Origins);
        }

        return (all & Origins.KeyBased) != 0 ? Origins.KeyBased : all is Origins.Literal or Origins.None ? Origins.Literal : all & ~Origins.Literal;
    }

    private static Origins Holding(Origins origins) => (origins & Origins.Key) != 0 ? (origins & ~Origins.Key) | Origins.KeyBased : origins;

    private static void AddLibrary(string name, string[] functions)
    {
        var members = new Dictionary<string, LuaValue>(StringComparer.Ordinal);
        foreach (var function in functions)
        {
            var value = FunctionNamed($"{name}.{function}");
            members.Add(function, value);
            if (name == "string")
            {
                StringMethods.Add(function, (Builtin)value.Detail!);
            }
        }

        Libraries.Add(name, members);
        Globals.Add(name, new LuaValue(LuaKinds.Table, Origins.Unknown, new Builtin(name)));
    }

    private static LuaValue FunctionNamed(string name) => new(LuaKinds.Function, Origins.Unknown, new Builtin(name));
}
