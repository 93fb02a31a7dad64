using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking.Commands;

/// <summary>
/// Finds scripts that do, from the first statement to the last, what one command of all named servers does. A script that
/// does anything more is not reported.
/// </summary>
internal static class OneCommandChecks
{
    public static void Run(CheckedScript script, FindingBag findings)
    {
        if (script.Bound.Tree.Shebang is null && WholeScript.Of(script.Bound) is { } whole
            && OneCommand.Of(whole).FirstOrDefault(command => IsOn(script.Traits.Servers, command.Text)) is { } found)
        {
            findings.Add(Rule.OneCommand, whole.Calls[0].NameSpan, found.Text, found.Method);
        }
    }

    /// <summary>Whether all servers have the command, with the options that it is written with. Of Garnet and Dragonfly the options are not known.</summary>
    private static bool IsOn(ServerList servers, string written)
    {
        var words = written.Split(' ');
        string?[] constants = [.. words.Skip(1).Select(word => IsToken(word) ? word : null)];
        return CommandTable.Find(words[0]) is { Arguments: { } grammar } command && servers.IsKnown && servers.AllHave(command.Servers)
            && ArgumentMatcher.Fits(grammar, constants, isOpen: false, servers) && !(servers.RunsLua54 && constants.Any(constant => constant is not null));
    }

    private static bool IsToken(string word) => word.All(c => c is >= 'A' and <= 'Z');
}
