using LuaGen.Language.Binding;
using LuaGen.Language.Checking;
using LuaGen.Language.Commands;
using LuaGen.Language.Header;
using LuaGen.Language.Library;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language;

/// <summary>The whole road from a script's text to what is emitted and reported for it, as one pure function.</summary>
internal static class ScriptCompiler
{
    public static CompiledScript Compile(ScriptSource source, CancellationToken cancellationToken) => Compile(source, isChecked: true, cancellationToken);

    /// <param name="source">The script.</param>
    /// <param name="isChecked">Whether <see cref="ScriptChecks"/> are a part of the road; a benchmark asks what it costs without.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal static CompiledScript Compile(ScriptSource source, bool isChecked, CancellationToken cancellationToken)
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

        // A script that is to be put together with others is not whole by itself.
        isWhole &= !IncludeComments.Report(tree, findings);
        var completed = HeaderCompletion.Complete(header, script, findings);
        var model = ScriptModelBuilder.Build(source, tree, completed, findings, isInferred: !header.DeclaresAnything);
        var isCanonical = completed == header && header.HasAllArguments;
        if (isChecked)
        {
            ScriptChecks.Run(script, header, isCanonical, isWhole, source.MinServer, source.InCluster, findings, cancellationToken);
        }

        var jsonTypes = header.Arguments.Select(argument => argument.Type)
            .Concat(header.Replies.Select(reply => reply.Type))
            .SelectMany(type => type.JsonTypes());
        var (remaining, suppressions) = SuppressionComments.Apply(tree, findings);
        var compiled = new CompiledScript(model, remaining, jsonTypes.ToEquatableArray(), suppressions);
        return compiled.HasErrors ? compiled with { Model = null } : compiled;
    }

    /// <summary>
    /// The part of the road that also holds for a script in a string: nobody declares its keys and arguments, so its
    /// comment is a comment, but for <c>@since</c>.
    /// </summary>
    /// <param name="text">The script.</param>
    /// <param name="readOnlyBy">The call's words for that the server is to refuse writes; <see langword="null"/> when it is not.</param>
    /// <param name="minServer">The oldest server of the project.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static CheckedText Check(string text, string? readOnlyBy, ServerVersion minServer, CancellationToken cancellationToken)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, cancellationToken);
        if (tree.Shebang is { LibraryName: { } library } shebang)
        {
            findings.BadShebang(shebang.Span, $"Unknown lua shebang option: name={library}", "remove it; only FUNCTION LOAD takes a library");
        }

        var isWhole = !findings.HasErrors;
        var header = HeaderParser.Parse(tree, new FindingBag()).ForString(readOnlyBy);
        var script = Binder.Bind(tree, cancellationToken);
        ScriptChecks.Run(script, header, isCanonical: false, isWhole, minServer, inCluster: false, findings, cancellationToken);
        return new CheckedText(script, isWhole, SuppressionComments.Apply(tree, findings).Findings);
    }

    /// <summary>A text that does not parse may hide its names from the binder.</summary>
    private static bool MentionsRedis(string text, FindingBag findings) =>
        findings.Count > 0 && TokenScan.NamesAny(text, LuaLibrary.RedisGlobals);
}
