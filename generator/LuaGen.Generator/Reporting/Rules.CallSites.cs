using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

internal static partial class Rules
{
    private const string CallSiteCategory = "LuaGen.CallSites";

    private static (RuleId Rule, DiagnosticDescriptor Descriptor)[] CallSites =>
    [
        Rule(RuleId.TooFewPassed, CallSiteCategory, "Too few keys or values", "The script needs {0}, and this call passes {1}: pass {2}"),
        Rule(RuleId.TooManyPassed, CallSiteCategory, "More keys or values than the script reads", "This call passes {0}, and the script reads {1}: leave out the rest, or read it"),
        Rule(RuleId.BuiltScriptText, CallSiteCategory, "Script text built from values", "{0} becomes code of the script, and each of its values another script in the server's cache: pass it as a value, and read it as ARGV[n]"),
        Rule(RuleId.ParameterWithoutMember, CallSiteCategory, "Parameter without a member", "@{0} of the script {1}: {2}"),
        Rule(RuleId.KeyAsText, CallSiteCategory, "Key passed as a string", "@{0} is a key for {1}, and a string gets no key prefix and no place in a cluster: pass a RedisKey"),
        Rule(RuleId.HiddenNil, CallSiteCategory, "Cast that hides nil", "The script can return {1}, which a cast to {0} turns into 0: cast to {0}?"),
        Rule(RuleId.HashWithoutHandling, CallSiteCategory, "Call by hash without a way back", "A server that has lost the script answers NOSCRIPT, and nothing here sends the text then: catch RedisServerException and send it, or pass the text"),
        Rule(RuleId.TextInBatch, CallSiteCategory, "Script text in a batch", "Where the server has lost the script, this never completes: call it on the database, or call the typed method of a .lua file, which is safe in batches"),
        Rule(RuleId.ScriptInString, CallSiteCategory, "Script in a string", "The script can be a file: move it to a .lua file, and call it by the typed method that LuaGen makes of that"),
    ];
}
