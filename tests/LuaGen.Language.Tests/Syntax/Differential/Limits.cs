using System.Text;

namespace LuaGen.Language.Tests.Syntax.Differential;

/// <summary>Scripts at and beyond each limit of the compiler. The numbers were measured, and a server must agree with them.</summary>
internal static class Limits
{
    /// <summary>A script, and whether it is within the limit.</summary>
    internal sealed record Case(string Name, string Text, bool IsAccepted);

    /// <summary>Each family just below, at and beyond its limit.</summary>
    public static IEnumerable<Case> All() => Families().SelectMany(Around);

    /// <summary>Limits that take the server up to half a minute to reach, because it joins jump lists in quadratic time.</summary>
    public static IEnumerable<Case> Slow() => SlowFamilies().SelectMany(Around);

    private static IEnumerable<Case> Around((string Name, int Limit, Func<int, string> Make) family) =>
        from n in Enumerable.Range(family.Limit, 2)
        select new Case($"{family.Name}, {n}", family.Make(n), IsAccepted: n <= family.Limit);

    private static IEnumerable<(string Name, int Limit, Func<int, string> Make)> SlowFamilies()
    {
        yield return ("chain of and", 43691, n => "return x" + Repeat(n, _ => "\nand y"));
        yield return ("chain of or", 43689, n => "return x" + Repeat(n, _ => "\nor y == 1"));
        yield return ("condition of and", 43689, n => "if x" + Repeat(n, _ => "\nand y == 1") + "\nthen a = b end");
        yield return ("elseif", 21845, n => "if x then\n" + Repeat(n, _ => "elseif y then a = b\n") + "end");
    }

    private static IEnumerable<(string Name, int Limit, Func<int, string> Make)> Families()
    {
        yield return ("locals", 200, n => Repeat(n, i => $"local a{i}\n"));
        yield return ("locals in one statement", 200, n => "local " + List(n, i => $"a{i}"));
        yield return ("locals of a function", 200, n => "local function f()\n" + Repeat(n, i => $"local a{i}\n") + "end");
        yield return ("parameters", 200, n => $"local function f({List(n, i => $"a{i}")}) end");
        yield return ("parameters and ...", 199, n => $"local function f({List(n, i => $"a{i}")}, ...) end");
        yield return ("parameters of a method", 199, n => $"function t:f({List(n, i => $"a{i}")}) end");
        yield return ("locals before for", 196, n => Repeat(n, i => $"local a{i}\n") + "for i = 1, 2 do end");
        yield return ("locals before for in", 195, n => Repeat(n, i => $"local a{i}\n") + "for k, v in pairs(t) do end");
        yield return ("locals in for", 196, n => "for i = 1, 2 do\n" + Repeat(n, i => $"local a{i}\n") + "end");
        yield return ("locals in blocks", 200, n => "do " + Repeat(n, i => $"local a{i}\n") + "end\ndo " + Repeat(n, i => $"local a{i}\n") + "end");
        yield return ("upvalues", 60, n => Repeat(n, i => $"local a{i}\n") + "return function()\nreturn " + List(n, i => $"a{i}") + "\nend");
        yield return ("upvalues through a function", 60, n => Repeat(n, i => $"local a{i}\n") + "return function()\nreturn function()\n" + Repeat(n, i => $"x = a{i}\n") + "end\nend");
        yield return ("upvalues twice each", 60, n => Repeat(n, i => $"local a{i}\n") + "return function()\n" + Repeat(n, i => $"x = a{i} + a{i}\n") + "end");
        yield return ("blocks", 199, n => Repeat(n, _ => "do\n") + Repeat(n, _ => "end\n"));
        yield return ("while blocks", 199, n => Repeat(n, _ => "while x do\n") + Repeat(n, _ => "end\n"));
        yield return ("repeat blocks", 199, n => Repeat(n, _ => "repeat\n") + Repeat(n, _ => "until x\n"));
        yield return ("if blocks", 199, n => Repeat(n, _ => "if x then\n") + Repeat(n, _ => "end\n"));
        yield return ("for blocks", 50, n => Repeat(n, _ => "for i = 1, 2 do\n") + Repeat(n, _ => "end\n"));
        yield return ("for in blocks", 50, n => Repeat(n, _ => "for i in f do\n") + Repeat(n, _ => "end\n"));
        yield return ("parentheses", 198, n => "return " + Repeat(n, _ => "(\n") + "1" + Repeat(n, _ => ")"));
        yield return ("indexes", 198, n => "return " + Repeat(n, _ => "a[\n") + "1" + Repeat(n, _ => "]"));
        yield return ("minus", 198, n => "return " + Repeat(n, _ => "-\n") + "1");
        yield return ("not", 198, n => "return " + Repeat(n, _ => "not\n") + "x");
        yield return ("tables", 199, n => "return " + Repeat(n, _ => "{\n") + Repeat(n, _ => "}"));
        yield return ("tables with a name at the end", 198, n => "return " + Repeat(n, _ => "{\n") + "x\n" + Repeat(n, _ => "}"));
        yield return ("functions", 99, n => "return " + Repeat(n, _ => "function()\nreturn ") + "1\n" + Repeat(n, _ => "end\n"));
        yield return ("function statements", 199, n => Repeat(n, i => $"function f{i}()\n") + Repeat(n, _ => "end\n"));
        yield return ("local functions", 199, n => Repeat(n, i => $"local function f{i}()\n") + Repeat(n, _ => "end\n"));
        yield return ("nested calls", 199, n => "return " + Repeat(n, _ => "f(\n") + Repeat(n, _ => ")"));
        yield return ("powers", 198, n => "return 2" + Repeat(n, _ => "\n^ 2"));
        yield return ("chain of ..", 198, n => "return a" + Repeat(n, i => $"\n.. a{i}"));
        yield return ("chain of .. of strings", 198, n => "return 'a'" + Repeat(n, i => $"\n.. 'a{i}'"));
        yield return ("assignment targets", 200, n => List(n, i => $"a{i}\n") + " = 1");
        yield return ("assignment targets in a block", 199, n => "do " + List(n, i => $"a{i}\n") + " = 1 end");
        yield return ("indexed targets", 83, n => List(n, i => $"t{i}[x{i}]\n") + " = 1");
        yield return ("assigned values", 249, n => "x = " + List(n, i => $"a{i}\n"));
        yield return ("returned values", 249, n => "return " + List(n, i => $"a{i}\n"));
        yield return ("returned values and a call", 248, n => "return " + List(n, i => $"a{i}\n") + ", f()");
        yield return ("returned values and ...", 248, n => "return " + List(n, i => $"a{i}\n") + ", ...");
        foreach (var (locals, limit) in new[] { (0, 248), (10, 238), (100, 148), (190, 58) })
        {
            yield return ($"arguments behind {locals} locals", limit, n => Repeat(locals, i => $"local l{i}\n") + "f(" + List(n, i => $"a{i}\n") + ")");
            yield return ($"constants as arguments behind {locals} locals", limit, n => Repeat(locals, i => $"local l{i}\n") + "f(" + List(n, i => $"{i}\n") + ")");
            yield return ($"arguments with ... behind {locals} locals", limit - 1, n => Repeat(locals, i => $"local l{i}\n") + "f(" + List(n, i => $"a{i}\n") + ", ...)");
            yield return ($"arguments of a method behind {locals} locals", limit - 1, n => Repeat(locals, i => $"local l{i}\n") + "o:f(" + List(n, i => $"a{i}\n") + ")");
        }

        yield return ("local = many calls", 249, n => "local a = " + List(n, i => $"f()\n"));
        yield return ("for in behind locals", 194, n => Repeat(n, i => $"local a{i}\n") + "for k, v in f(" + List(48, i => $"b{i}\n") + ") do local z end");
        yield return ("comparisons behind locals", 192, n => Repeat(n, i => $"local a{i}\n") + "return f(" + List(56, i => $"x < {i}\n") + ")");
        yield return ("tables in lists", 62, n => "return " + Repeat(n, _ => "{1, 2, 3,\n") + Repeat(n, _ => "}"));
        yield return ("tables behind list fields", 4, n => "return " + Repeat(n, _ => "{" + List(49, i => $"a{i}\n") + ",") + "1" + Repeat(n, _ => "}"));

        // Beyond 256 constants an operator needs a register for each, so the register limit is reached first.
        foreach (var (constants, fields) in new[] { (0, 198), (254, 124), (255, 124), (256, 123), (300, 123) })
        {
            var prefix = constants == 0 ? "" : "local t = {" + Repeat(constants, i => $"'c{i}', ") + "}\n";
            var arguments = constants == 0 ? 124 : 123;
            yield return ($"nested sums behind {constants} constants", 197, n => prefix + "return " + Repeat(n, i => $"(\n") + "x" + Repeat(n, i => $" + {i + 1000})"));
            yield return ($"fields behind {constants} constants", fields, n => prefix + "return " + Repeat(n, i => $"{{ k{i} = \n") + "x" + Repeat(n, _ => "}"));
            yield return ($"sums in arguments behind {constants} constants", 99, n => prefix + "return " + Repeat(n, i => $"f(1{i}, 2{i} + \n") + "x" + Repeat(n, _ => ")"));
            yield return ($"methods behind {constants} constants", arguments, n => prefix + "return " + Repeat(n, i => $"o:m{i}(\n") + Repeat(n, _ => ")"));
            yield return ($"and/or behind {constants} constants", arguments, n => prefix + "return f(" + List(n, i => $"a{i} and true or x == nil\n, not b{i}") + ")");
        }

        yield return ("locals in all", 32767, n => Repeat(n, i => "do local a end\n"));
        yield return ("locals in all with for", 32767 - 400, n => Repeat(n, _ => "do local a end\n") + Repeat(100, _ => "for i = 1, 2 do end\n"));
        yield return ("string constants", 262143, n => Repeat(n / 40000 + 1, part => "local t = {" + Repeat(Math.Min(40000, n - (part * 40000)), i => $"'{(part * 40000) + i}',\n") + "}\n"));
        yield return ("inner functions", 262143, n => Repeat(n, _ => "f=function()end\n"));
        yield return ("jump over statements", 65535, n => "if x then\n" + Repeat(n, _ => "a=b\n") + "end");
        yield return ("jump with else", 65535, n => "if x then\n" + Repeat(n, _ => "a=b\n") + "else\nb=c\nend");
        yield return ("jump back", 65533, n => "while x do\n" + Repeat(n, _ => "a=b\n") + "end");
        yield return ("jump back of repeat", 65534, n => "repeat\n" + Repeat(n, _ => "a=b\n") + "until x");
        yield return ("jump back of for", 65535, n => "for i = 1, 2 do\n" + Repeat(n, _ => "a=b\n") + "end");
        yield return ("jump back of for in", 65534, n => "for i in f do\n" + Repeat(n, _ => "a=b\n") + "end");
        yield return ("break far away", 65531, n => "while x do\nif y then break end\n" + Repeat(n, _ => "a=b\n") + "end");
        yield return ("two breaks far apart", 65529, n => "while x do\nif y then break end\n" + Repeat(n, _ => "a=b\n") + "if y then break end\nend");
        yield return ("jump over nils", 32767, n => "if x then\n" + Repeat(n, _ => "local function f() end\n").Replace("local function f() end", "a=b a=nil") + "end");
        yield return ("nots", 43690, n => "if x then\n" + Repeat(n, _ => "if not y then end\n") + "end");
    }

    private static string Repeat(int count, Func<int, string> make)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(make(i));
        }

        return text.ToString();
    }

    private static string List(int count, Func<int, string> make) => string.Join(", ", Enumerable.Range(0, count).Select(make));
}
