using System.Globalization;
using System.Text;

namespace LuaGen.Language.Tests.Checking;

/// <summary>
/// Generates Lua programs that end, or fail, in bounded time. Each is written twice: plain, and with every expression passed
/// through <c>T(id, …)</c>, which records its kind.
/// </summary>
internal sealed class RandomProgram
{
    /// <summary>The beginning of the second text.</summary>
    private const string Recorder = """
        local function T(id, value)
          local kind = type(value)
          if kind == 'nil' then kind = 'Nil' elseif kind == 'boolean' then kind = value and 'True' or 'False'
          elseif kind == 'number' then kind = value == math.floor(value) and math.abs(value) ~= math.huge and 'Integer' or 'Fraction'
          elseif kind == 'table' then kind = value.err ~= nil and 'Error' or value.ok ~= nil and 'Status' or 'Table'
          elseif kind == 'string' then kind = 'String' else kind = 'Function' end
          redis.call('SADD', 'seen', id .. ':' .. kind)
          return value
        end

        """;

    private readonly Random _random;
    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _recorded = new(Recorder);
    private readonly List<List<string>> _scopes = [["KEYS"]];
    private readonly List<(string Name, int Parameters)> _functions = [];
    private int _names;
    private int _budget = 60;

    public RandomProgram(int seed)
    {
        _random = new Random(seed);
        Both("redis.call('DEL', KEYS[1]) ");
        Statements(depth: 0, count: 8);
        Both("return 1");
    }

    /// <summary>The program.</summary>
    public string Plain => _plain.ToString();

    public string Recorded => _recorded.ToString();

    /// <summary>The position of each expression in <see cref="Plain"/>, by id.</summary>
    public List<(int Start, int Length)> Spans { get; } = [];

    private void Both(string text)
    {
        _plain.Append(text);
        _recorded.Append(text);
    }

    private void Statements(int depth, int count)
    {
        _scopes.Add([]);
        var functions = _functions.Count;
        for (var i = 0; i < count && _budget > 0; i++)
        {
            _budget--;
            Statement(depth);
        }

        _functions.RemoveRange(functions, _functions.Count - functions);
        _scopes.RemoveAt(_scopes.Count - 1);
    }

    private void Statement(int depth)
    {
        switch (_random.Next(depth > 3 ? 6 : 13))
        {
            case 0 or 1:
                Local();
                break;
            case 2 when Variable() is { } name:
                Both(name + " = ");
                Expression(2);
                Both(" ");
                break;
            case 3 when Variable() is { } table:
                Both($"if type({table}) == 'table' then {table}{Pick(".a", ".b", "[1]", "[2]", "[ARGV[1]]", "[#" + table + " + 1]")} = ");
                Expression(2);
                Both(" end ");
                break;
            case 4 when Variable() is { } list:
                Both($"if type({list}) == 'table' then table.insert({list}, ");
                Expression(1);
                Both(") end ");
                break;
            case 6 or 7 or 8:
                If(depth);
                break;
            case 9:
                var index = Name();
                Both($"for {index} = 1, {_random.Next(4)} do ");
                _scopes.Add([index]);
                Statements(depth + 1, 3);
                _scopes.RemoveAt(_scopes.Count - 1);
                Both(_random.Next(5) == 0 ? "break end " : "end ");
                break;
            case 10 when Variable() is { } iterated:
                var (key, value) = (Name(), Name());
                Both($"if type({iterated}) == 'table' then for {key}, {value} in {Pick("ipairs", "pairs")}({iterated}) do ");
                _scopes.Add([key, value]);
                Statements(depth + 1, 2);
                _scopes.RemoveAt(_scopes.Count - 1);
                Both("break end end ");
                break;
            case 11:
                Function(depth);
                break;
            case 12:
                var counter = Name();
                Both($"local {counter} = 0 while {counter} < {_random.Next(1, 4)} do {counter} = {counter} + 1 ");
                Statements(depth + 1, 3);
                Both("end ");
                break;
            default:
                Local();
                break;
        }
    }

    private void Local()
    {
        var name = Name();
        Both($"local {name}");
        if (_random.Next(6) > 0)
        {
            Both(" = ");
            Expression(3);
        }

        Both(" ");
        _scopes[^1].Add(name);
    }

    private void If(int depth)
    {
        Both("if ");
        Condition(2);
        Both(" then ");
        Statements(depth + 1, 3);
        if (_random.Next(3) == 0)
        {
            Both("elseif ");
            Condition(1);
            Both(" then ");
            Statements(depth + 1, 2);
        }

        if (_random.Next(2) == 0)
        {
            Both("else ");
            Statements(depth + 1, 2);
        }

        Both("end ");
    }

    private void Function(int depth)
    {
        var (name, parameters) = (Name(), Enumerable.Range(0, _random.Next(3)).Select(_ => Name()).ToList());
        Both($"local function {name}({string.Join(", ", parameters)}) ");
        _scopes.Add(parameters);
        Statements(depth + 2, 3);
        if (_random.Next(4) > 0)
        {
            Both("return ");
            Expression(2);
            Both(" ");
        }

        _scopes.RemoveAt(_scopes.Count - 1);
        Both("end ");
        _functions.Add((name, parameters.Count));
        if (_random.Next(3) == 0)
        {
            // From here on, other code may call the function in any way.
            _scopes[^1].Add(name);
        }
    }

    private void Condition(int depth)
    {
        switch (_random.Next(6))
        {
            case 0 when Variable() is { } name:
                Both($"type({name}) {Pick("==", "~=")} '{Pick("string", "table", "number", "nil", "boolean")}'");
                break;
            case 1 when Variable() is { } name:
                Both($"{name} {Pick("==", "~=")} {Pick("nil", "false", "true", "'a'", "1")}");
                break;
            case 2 when Variable() is { } name:
                Both($"not {name}");
                break;
            case 3 when depth > 0:
                Condition(depth - 1);
                Both(Pick(" and ", " or "));
                Condition(depth - 1);
                break;
            default:
                Expression(1);
                break;
        }
    }

    /// <summary>An expression whose kind is recorded.</summary>
    private void Expression(int depth)
    {
        var id = Spans.Count;
        Spans.Add(default);
        _recorded.Append(CultureInfo.InvariantCulture, $"T({id}, ");
        _plain.Append('(');
        var start = _plain.Length;
        Bare(depth);
        Spans[id] = (start, _plain.Length - start);
        Both(")");
    }

    private void Bare(int depth)
    {
        switch (_random.Next(depth > 0 ? 17 : 5))
        {
            case 0:
                Both(Pick("1", "0", "2.5", "'a'", "'7'", "nil", "true", "false", "''"));
                break;
            case 1 or 2 or 3 when Variable() is { } name:
                Both(name);
                break;
            case 4:
                Both(Pick("KEYS[1]", "ARGV[1]", "ARGV[2]", "ARGV[3]", "#KEYS"));
                break;
            case 5 or 6:
                Expression(depth - 1);
                Both(Pick(" and ", " or ", " == ", " ~= "));
                Expression(depth - 1);
                break;
            case 7:
                Both("(tonumber(");
                Expression(depth - 1);
                Both($") or 1) {Pick("+", "-", "*", "/", "%")} (tonumber(");
                Expression(depth - 1);
                Both(") or 2)");
                break;
            case 8:
                Both("tostring(");
                Expression(depth - 1);
                Both(") .. 'x'");
                break;
            case 9:
                Both(Pick("tonumber", "tostring", "type") + "(");
                Expression(depth - 1);
                Both(")");
                break;
            case 10:
                Both("not ");
                Expression(depth - 1);
                break;
            case 11:
                Both("{ ");
                Expression(depth - 1);
                Both(Pick(", ", ", a = ", ", b = ", ", [1] = "));
                Expression(depth - 1);
                Both(" }");
                break;
            case 12 when Variable() is { } table:
                Both($"(type({table}) == 'table' and {table}{Pick(".a", ".b", "[1]", "[2]", ".ok", ".err")})");
                break;
            case 13 or 14:
                Both(Pick(
                    "redis.call('GET', KEYS[1])", "redis.call('SET', KEYS[1], ARGV[1])", "redis.call('SET', KEYS[1], '5', 'NX')", "redis.pcall('INCR', KEYS[1])",
                    "redis.pcall('HGET', KEYS[1], 'f')", "redis.call('EXISTS', KEYS[1])", "redis.call('MGET', KEYS[1], KEYS[2])", "redis.call('MGET', KEYS[1])[1]",
                    "redis.pcall('LRANGE', KEYS[1], 0, -1)", "redis.call('TIME')[1]", "redis.error_reply('A b')", "redis.status_reply('X')", "redis.call('DEL', KEYS[1])"));
                break;
            case 15 when _functions.Count > 0:
                Call(depth);
                break;
            case 16:
                Both(Pick("math.floor(2.5)", "math.max(1, 2)", "string.sub('abc', 1, 1)", "cjson.encode({ 1 })", "cjson.decode('[1]')", "#ARGV / 2", "string.format('%d', 1)", "select('#', 1, 2)"));
                break;
            default:
                Both("ARGV[1]");
                break;
        }
    }

    private void Call(int depth)
    {
        var (name, parameters) = _functions[_random.Next(_functions.Count)];
        Both(name + "(");
        for (var i = 0; i < parameters; i++)
        {
            Both(i == 0 ? "" : ", ");
            Expression(depth - 1);
        }

        Both(")");
    }

    private string? Variable()
    {
        var all = _scopes.SelectMany(scope => scope).ToList();
        return all.Count == 0 ? null : all[_random.Next(all.Count)];
    }

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"v{_names++}");

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];
}
