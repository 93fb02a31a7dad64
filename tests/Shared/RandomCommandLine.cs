using System.Globalization;
using System.Text;
using LuaGen.Language.Commands;

namespace LuaGen.TestSupport;

/// <summary>
/// A script with one call: a command's arguments from its grammar, with edge cases, and with arguments missing or added. Each
/// argument is a string, a number, a local, or a value that is known only at run time.
/// </summary>
internal sealed class RandomCommandLine
{
    private static readonly string[] Edges =
    [
        "0", "-1", "-0", "01", "+1", " 1", "1 ", "1.0", "0x10", "1e300", "-1e300", "nan", "inf", "-inf", "2147483648", "9007199254740993",
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551617", "", "\0", "1\0", "(", "[", "~", "*", "$", "é", "numkeys",
    ];

    private static readonly string[] Unknowns =
        ["KEYS[1]", "ARGV[1]", "ARGV[2]", "tonumber(ARGV[2])", "#KEYS", "0/0", "math.huge", "-math.huge", "ARGV[1] or 0", "cjson.encode(ARGV)", "text", "number"];

    private static readonly string[] Tails = ["unpack(ARGV)", "unpack(KEYS)", "unpack(ARGV, 2, 3)", "unpack({})", "unpack({ 0, -1 })", "(unpack(ARGV))"];

    private readonly Random _random;
    private readonly StringBuilder _locals = new();
    private int _localCount;

    public RandomCommandLine(CommandInfo command, int seed)
    {
        _random = new Random(seed);
        Command = command;
        Arguments = Spoil(Sample(seed));

        var written = command.Name.Split(' ').Select(Quote).Concat(Arguments.Select(Write)).ToList();
        if (_random.Next(5) == 0)
        {
            written.Add(Tails[_random.Next(Tails.Length)]);
        }

        var list = string.Join(", ", written);
        var since = _random.Next(4) == 0 ? "" : $"-- @since {CommandTable.NewestRedis}\n";
        var call = _random.Next(4) switch
        {
            0 => $"return redis.pcall({list})\n",
            1 => $"local _, reply = pcall(redis.call, {list})\nreturn reply\n",
            _ => $"return redis.call({list})\n",
        };
        Script = $"{since}local text, number = '0', 0\nif ARGV[9] then text, number = '0', 0 end\n{_locals}{call}";
    }

    public CommandInfo Command { get; }

    /// <summary>The arguments after the command's name, without the open end, as if all of them were strings.</summary>
    public List<string> Arguments { get; }

    public string Script { get; }

    /// <summary>A constant as a Lua literal, with every byte escaped that is not plain.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(character is '\'' or '\\' or < ' ' ? string.Create(CultureInfo.InvariantCulture, $"\\{(int)character:000}") : character);
        }

        return quoted.Append('\'').ToString();
    }

    private List<string> Sample(int seed)
    {
        if (Command.Arguments is null)
        {
            return [.. Enumerable.Range(0, _random.Next(5)).Select(_ => Edge())];
        }

        var samples = new ArgumentSamples(Command, seed);
        return _random.Next(2) == 0 ? samples.Sample() : samples.Spoiled();
    }

    private List<string> Spoil(List<string> arguments)
    {
        for (var changes = _random.Next(3); changes > 0 && arguments.Count > 0; changes--)
        {
            // Numbers are often the count of other arguments, so they are the preferred targets.
            var numbers = Enumerable.Range(0, arguments.Count).Where(i => ConstantValues.IntegerOf(arguments[i]) is not null).ToArray();
            arguments[numbers.Length > 0 && _random.Next(3) > 0 ? numbers[_random.Next(numbers.Length)] : _random.Next(arguments.Count)] = Edge();
        }

        switch (_random.Next(6))
        {
            case 0:
                arguments.RemoveRange(arguments.Count / 2, arguments.Count - (arguments.Count / 2));
                break;
            case 1:
                arguments.AddRange(arguments.Take(_random.Next(4)).Append(Edge()).ToArray());
                break;
        }

        return arguments;
    }

    private string Edge() => Edges[_random.Next(Edges.Length)];

    private string Write(string argument)
    {
        // A text that Lua converts to a number may not be one for a server; the converse does not occur.
        var isNumber = double.TryParse(argument, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) && argument.All(c => char.IsAsciiDigit(c) || c is '-' or '.' or 'e');
        var constant = isNumber && _random.Next(2) == 0 ? argument : Quote(argument);
        switch (_random.Next(8))
        {
            case 0:
                return Unknowns[_random.Next(Unknowns.Length)];
            case 1:
                _locals.Append(CultureInfo.InvariantCulture, $"local v{_localCount} = {constant}\n");
                return $"v{_localCount++}";
            default:
                return constant;
        }
    }
}
