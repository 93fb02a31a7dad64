using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Editing;
using LuaGen.Language.Library;
using LuaGen.Tool.LanguageServer.Documents;
using LuaGen.Tool.LanguageServer.Protocol;

namespace LuaGen.Tool.LanguageServer.Features.SignatureHelp;

/// <summary>The form of the command or function that is called, with the argument that is expected at the position.</summary>
internal static class SignatureHelpFeature
{
    public static Protocol.SignatureHelp? Of(ScriptView document, PositionParams parameters, CancellationToken cancellationToken)
    {
        var view = document.Whole(cancellationToken);
        var context = CursorContext.At(view.Analysis.Tree, view.OffsetOf(parameters.Position));
        if (context.Comment is not null || context.Call is not { } frame)
        {
            return null;
        }

        var servers = ScriptTraits.Of(view.Analysis.Tree, view.Analysis.Header, view.Options.Scripts).Servers;
        if (CommandCursor.At(view.Analysis, context, servers) is { } cursor && CommandSignature.Of(cursor, Current(view, context)) is { } signature)
        {
            return Of(signature);
        }

        return CommandCursor.FunctionOf(view.Analysis, frame) is { } name && LuaLibrary.Find(name.Library, name.Name) is LibraryFunction function ? Of(function, frame.Active)
            : LocalSignature.Of(view.Analysis, frame) is { } local ? Of(view, local, frame.Active)
            : null;
    }

    /// <summary>The content of the string that the position is in, which may be a token of the grammar.</summary>
    private static string? Current(ScriptView view, CursorContext context) => context.String is { } content ? view.TextOf(content) : null;

    private static Protocol.SignatureHelp Of(CommandSignature signature)
    {
        var parts = signature.Parts.Select(part => new ParameterInformation([part.Start, part.End])).ToArray();
        var next = signature.Expected.Select(Usage.Of).Distinct().ToList();
        var text = next.Count == 0 ? "No further argument." : $"Next: {string.Join(", ", next.Select(word => $"`{word}`"))}";
        return new([new SignatureInformation(signature.Text, MarkupContent.Markdown(text), parts)], 0, signature.Active < 0 ? parts.Length : signature.Active);
    }

    private static Protocol.SignatureHelp Of(ScriptView view, LocalSignature local, int active)
    {
        var description = EntityText.DescriptionOf(view.Analysis, local.Function);
        var parts = local.Parts.Select(part => new ParameterInformation([part.Start, part.End])).ToArray();
        return new([new SignatureInformation(local.Text, description.Length == 0 ? null : MarkupContent.Markdown(description), parts)], 0, local.ParameterAt(active));
    }

    private static Protocol.SignatureHelp Of(LibraryFunction function, int active)
    {
        var usage = function.Usage;
        var position = function.FullName.Length;
        var parts = new List<ParameterInformation>();
        foreach (var parameter in function.Parameters)
        {
            position = usage.IndexOf(parameter.Name, position, StringComparison.Ordinal);
            parts.Add(new ParameterInformation([position, position + parameter.Name.Length]));
            position += parameter.Name.Length;
        }

        var index = function.ParameterAt(active) is { } at ? Enumerable.Range(0, function.Parameters.Count).First(i => function.Parameters[i] == at) : parts.Count;
        return new([new SignatureInformation(usage, MarkupContent.Markdown(function.Summary), [.. parts])], 0, index);
    }
}
