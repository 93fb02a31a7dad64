using LuaGen.Generator.Binding;
using LuaGen.Generator.Checking;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Header;
using LuaGen.Generator.Model;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator;

/// <summary>The whole road from a script's text to what is emitted and reported for it, as one pure function.</summary>
internal static class ScriptCompiler
{
    public static CompiledScript Compile(ScriptSource source, CancellationToken cancellationToken)
    {
        var findings = new FindingBag();
        if (!source.IsUtf8)
        {
            findings.NotUtf8(new(0, 0));
        }

        var tree = LuaParser.Parse(source.Text, findings, cancellationToken);
        var isWhole = !findings.HasErrors;
        var header = HeaderParser.Parse(tree, findings);
        var script = Binder.Bind(tree, cancellationToken);
        if (tree.Shebang?.LibraryName is not null)
        {
            var library = new FindingBag();
            library.FunctionLibrary(tree.Shebang.Span);
            return new CompiledScript(Model: null, library.ToEquatableArray());
        }

        if (!header.DeclaresAnything && source.ClassName is null && !script.ConcernsRedis && !MentionsRedis(source.Text, findings))
        {
            return CompiledScript.None;
        }

        var completed = HeaderCompletion.Complete(header, script, findings);
        var model = ScriptModelBuilder.Build(source, tree, completed, findings, isInferred: !header.DeclaresAnything);
        var isCanonical = completed == header && header.HasAllArguments;
        ScriptChecks.Run(script, header, isCanonical, isWhole, source.MinServer, findings, cancellationToken);

        var jsonTypes = header.Arguments.Select(argument => argument.Type)
            .Concat(header.Replies.Select(reply => reply.Type))
            .SelectMany(type => type.JsonTypes());
        var (remaining, suppressions) = SuppressionComments.Apply(tree, findings);
        var compiled = new CompiledScript(model, remaining, jsonTypes.ToEquatableArray(), suppressions);
        return compiled.HasErrors ? compiled with { Model = null } : compiled;
    }

    /// <summary>A text that does not parse may hide its names from the binder.</summary>
    private static bool MentionsRedis(string text, FindingBag findings) =>
        findings.Count > 0 && TokenScan.NamesAny(text, BoundScript.RedisGlobals);
}
