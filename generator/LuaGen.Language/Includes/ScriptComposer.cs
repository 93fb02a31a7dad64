using System.Text;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Includes;

/// <summary>
/// Pastes the files that a script includes, each once where it is first named, without the comments before its first
/// statement. What is named before a file's first statement is pasted directly before that statement, so that the header
/// of a script stays in one piece; in a function library directly after its first line, so that a comment stays above its function.
/// </summary>
internal sealed class ScriptComposer
{
    /// <summary>Deeper chains are cut with an error, because each level takes stack.</summary>
    private const int MaxDepth = 100;

    private readonly IScriptFiles _files;
    private readonly CancellationToken _cancellationToken;
    private readonly StringBuilder _text = new();
    private readonly List<ComposedScript.Segment> _segments = [];
    private readonly List<SourceFile> _pasted = [];
    private readonly List<(SourceFile File, IncludeDirective Directive)> _open = [];
    private readonly Dictionary<SourceFile, SourceSpan> _directives = [];
    private readonly List<Finding> _findings = [];

    private ScriptComposer(IScriptFiles files, CancellationToken cancellationToken) => (_files, _cancellationToken) = (files, cancellationToken);

    public static ComposedScript Compose(SourceFile script, IScriptFiles files, CancellationToken cancellationToken)
    {
        var composer = new ScriptComposer(files, cancellationToken);
        composer._pasted.Add(script);
        composer.Paste(script, 0, script.Text.Length);
        return new ComposedScript(composer._text.ToString(), composer._pasted, composer._segments, composer._directives, composer._findings.Distinct().ToEquatableArray());
    }

    private void Paste(SourceFile file, int start, int end)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        // The header, if it is part of the text at all.
        var position = Math.Max(start, file.PasteStart);
        ReportMalformed(file);
        Copy(file, start, position);
        foreach (var directive in file.Directives)
        {
            if (file.RefusalOf(directive) is { } refusal)
            {
                Refuse(file, directive, refusal, "move it to a line between the statements of the file");
                continue;
            }

            if (Resolve(file, directive) is not { } included)
            {
                continue;
            }

            if (directive.Span.Start >= file.BodyStart && directive.End > position)
            {
                Copy(file, position, directive.End);
                position = directive.End;
            }

            _open.Add((file, directive));
            Include(included);
            _open.RemoveAt(_open.Count - 1);
        }

        Copy(file, position, end);
    }

    private void ReportMalformed(SourceFile file)
    {
        var findings = new FindingBag();
        IncludeDirectives.ReportMalformed(file.Tree, findings);
        _findings.AddRange(InFile(file, findings));
    }

    private void ReportEncoding(SourceFile file)
    {
        var findings = new FindingBag();
        findings.NotUtf8(default);
        _findings.AddRange(InFile(file, findings));
    }

    private IEnumerable<Finding> InFile(SourceFile file, FindingBag findings) =>
        findings.ToEquatableArray().Select(finding => finding with { FilePath = file.Path == _pasted[0].Path ? null : file.Path });

    /// <summary>The file to paste for a directive; <see langword="null"/> if it is pasted already or cannot be.</summary>
    private SourceFile? Resolve(SourceFile file, IncludeDirective directive)
    {
        var found = IncludeResolver.Find(_files, file.Path, directive.Path);
        if (found.File is not { } included)
        {
            Refuse(file, directive, found.Refusal, found.Remedy);
            return null;
        }

        if (included.Path == file.Path)
        {
            Refuse(file, directive, "a file cannot include itself", "remove the directive");
            return null;
        }

        if (_open.FindIndex(each => each.File.Path == included.Path) is var first and >= 0)
        {
            RefuseCycle([.. _open.Skip(first), (file, directive)]);
            return null;
        }

        if (_open.Count > MaxDepth)
        {
            Refuse(file, directive, $"files are nested more than {MaxDepth} deep", "include the file from the script itself");
            return null;
        }

        return _pasted.Any(each => each.Path == included.Path) ? null : included;
    }

    /// <summary>Every file of a cycle may be a script or be reached first by one. They all report the directive that leads back to the same file.</summary>
    private void RefuseCycle(List<(SourceFile File, IncludeDirective Directive)> cycle)
    {
        var first = Enumerable.Range(0, cycle.Count).OrderBy(i => cycle[i].File.Path, StringComparer.Ordinal).First();
        cycle = [.. cycle.Skip(first), .. cycle.Take(first)];
        var (file, directive) = cycle[cycle.Count - 1];
        var paths = string.Join(" → ", cycle.Append(cycle[0]).Select(each => each.File.Path));
        Refuse(file, directive, $"the files include each other ({paths})", "remove one of the directives");
    }

    private void Include(SourceFile file)
    {
        _pasted.Add(file);
        _directives.Add(file, _open[0].Directive.Span);
        if (!file.IsUtf8)
        {
            ReportEncoding(file);
        }

        if (!file.Parses)
        {
            _findings.AddRange(file.Faults.Select(fault => fault with { FilePath = file.Path }));
            return;
        }

        if (file.Tree.Shebang is { } shebang)
        {
            Report(file, Rule.UnpastableFragment, shebang.Span, "A file that others include cannot begin with `#!lua`", "write that line in the scripts");
        }

        if (file.Return is { } statement)
        {
            Report(file, Rule.UnpastableFragment, statement, "A file that others include cannot end with `return`, because the including script would end there", "remove it, or put the value into a local");
            return;
        }

        StartLine();
        Paste(file, file.BodyStart, file.BodyStart + file.Text.Substring(file.BodyStart).TrimEnd().Length);
        StartLine();
    }

    private void StartLine()
    {
        if (_text.Length > 0 && !Characters.IsLineEnd(_text[_text.Length - 1]))
        {
            _text.Append('\n');
        }
    }

    private void Copy(SourceFile file, int start, int end)
    {
        if (end > start)
        {
            _segments.Add(new ComposedScript.Segment(_text.Length, file, start, end - start));
            _text.Append(file.Text, start, end - start);
        }
    }

    private void Refuse(SourceFile file, IncludeDirective directive, string reason, string remedy) =>
        Report(file, Rule.UnresolvedInclude, directive.Span, directive.Path, reason, remedy);

    private void Report(SourceFile file, Rule rule, SourceSpan span, params string[] arguments) =>
        _findings.Add(new Finding(rule, span, arguments.ToEquatableArray()) { FilePath = file.Path == _pasted[0].Path ? null : file.Path });
}
