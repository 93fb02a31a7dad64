using LuaGen.Generator.Binding;
using LuaGen.Generator.Checking;
using LuaGen.Generator.Findings;
using LuaGen.Generator.Header;
using LuaGen.Generator.Model;
using LuaGen.Generator.Syntax;

namespace LuaGen.Generator;

/// <summary>What became of a script.</summary>
/// <param name="Model">What is emitted for it; <see langword="null"/> when a finding is an error, or when it is no script of Redis's.</param>
/// <param name="Findings">What there is to say about it, in the order of the stages.</param>
internal sealed record CompiledScript(ScriptModel? Model, EquatableArray<Finding> Findings)
{
    /// <summary>A Lua file that is nothing of ours: left alone, silently.</summary>
    public static CompiledScript None { get; } = new(null, []);

    public bool HasErrors => Findings.Any(finding => finding.Rule.Severity() == Severity.Error);
}

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
        if (tree.Shebang?.LibraryName is not null || (!header.DeclaresAnything && source.ClassName is null && !script.ConcernsRedis))
        {
            return CompiledScript.None;
        }

        var completed = HeaderCompletion.Complete(header, script, findings);
        var model = ScriptModelBuilder.Build(source, tree, completed, findings, isInferred: !header.DeclaresAnything);
        if (completed == header && header.HasAllArguments)
        {
            ParameterChecks.Run(script, header, findings);
        }

        if (isWhole)
        {
            CommandChecks.Run(script, header, source.MinServer, findings);
        }

        var compiled = new CompiledScript(model, findings.ToEquatableArray());
        return compiled.HasErrors ? compiled with { Model = null } : compiled;
    }
}
