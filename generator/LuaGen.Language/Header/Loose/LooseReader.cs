using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Header.Loose;

/// <summary>
/// Reads the lines that the grammar leaves: declarations in other forms. A canonical line wins over each of
/// them; what is understood is completed from the code, what is not is reported, and the rest is prose.
/// </summary>
internal sealed class LooseReader
{
    private readonly ScriptHeader _header;
    private readonly HeaderLines _lines;
    private readonly FindingBag _findings;
    private readonly int? _functionRun;
    private readonly HashSet<(bool IsKey, int Index)> _canonical = [];
    private readonly HashSet<(bool IsKey, int Index)> _declared = [];
    private readonly bool[] _hasRest;
    private readonly List<LooseDeclaration> _loose = [];
    private readonly List<NamedDescription> _named = [];
    private readonly List<ListedName> _listed = [];
    private readonly List<RaisesDeclaration> _raises;
    private readonly List<(int Index, LooseReplies Reply)> _replies = [];

    private LooseReader(ScriptHeader header, SyntaxTree tree, FindingBag findings)
    {
        (_header, _lines, _findings) = (header, header.Lines, findings);
        _functionRun = FunctionDocumentation.RunOf(tree, _lines);
        _canonical.UnionWith(header.Keys.Select(key => (true, key.Index)));
        _canonical.UnionWith(header.Arguments.Select(argument => (false, argument.Index)));
        _hasRest = [header.Keys.Any(key => key.IsRest), header.Arguments.Any(argument => argument.IsRest)];
        _raises = [.. header.Raises];
    }

    /// <summary>The header with all that its other lines declare.</summary>
    public static ScriptHeader Read(ScriptHeader header, SyntaxTree tree, FindingBag findings)
    {
        var read = new LooseReader(header, tree, findings).Read();
        LateDeclarations.Report(read, tree, findings);
        return read;
    }

    private ScriptHeader Read()
    {
        OptionChecks.Run(_header, _findings);
        for (var i = 0; i < _lines.Count; i++)
        {
            if (!_lines.IsTaken(i) && _lines[i].Text.Length > 0)
            {
                Read(i);
            }
        }

        var declaresAnything = _header.DeclaresAnything || _loose.Count > 0;
        var (replies, looseReply, prose) = Replies(declaresAnything);
        return _header with
        {
            Prose = _lines.Prose(),
            Arguments = [.. _header.Arguments.Select(WithKnownType)],
            Replies = replies,
            ReplyProse = prose,
            LooseReply = looseReply,
            Raises = _raises,
            Loose = _loose,
            Named = _named,
            Listed = _listed,
            DeclaresAnything = declaresAnything,
        };
    }

    private void Read(int index)
    {
        var line = LooseText.WithPlainSeparators(_lines[index]);
        var isFunction = line.Run == _functionRun;
        if (line.Text[0] == '@' && OptionChecks.Report(line, _findings))
        {
            _lines.Drop(index);
            return;
        }

        if (ReadElements(index, line) || isFunction)
        {
            return;
        }

        if (LooseRaises.Read(line) is { } raised)
        {
            AddRaises(index, line, raised);
        }
        else if ((LooseText.Parameter(line) ?? LooseTags.Positional(line)) is { } parameter)
        {
            _named.Add(parameter);
        }
        else if (LooseReplies.Read(line, IsSentence(index)) is { Reading: not ReplyReading.Prose } reply)
        {
            _replies.Add((index, reply));
        }
        else
        {
            _listed.AddRange(LooseListing.Read(_lines, index));
        }
    }

    private bool ReadElements(int index, HeaderLine line)
    {
        var elements = LooseElements.Read(line);
        if (elements.BadIndex is { } bad)
        {
            if (elements.IsRange)
            {
                _findings.UnnamedRange(bad, line);
            }
            else
            {
                _findings.BadIndexInLine(bad, line);
            }

            _lines.Drop(index);
            return true;
        }

        if (elements.Declarations.Count == 0)
        {
            return ReportMisspelled(index, line);
        }

        var (declarations, lastLine) = WithContinuedList(index, elements);

        // A line for what is declared canonically is prose.
        var fresh = declarations.Where(each => !_canonical.Contains((each.IsKey, each.Index)) && !_hasRest[each.IsKey ? 0 : 1]).ToList();
        if (fresh.Count == 0)
        {
            return true;
        }

        foreach (var declaration in fresh.Where(each => !_declared.Add((each.IsKey, each.Index))).ToList())
        {
            // A second line that names the same element the same way only describes it again.
            if (declaration.Name is not { } name || !_loose.Any(each => each.IsKey == declaration.IsKey && each.Index == declaration.Index && each.Name == name))
            {
                _findings.DescribedTwice(declaration);
            }

            fresh.Remove(declaration);
        }

        if (fresh.Count > 0)
        {
            for (var i = index; i <= lastLine; i++)
            {
                _lines.Take(i);
            }

            var last = fresh[fresh.Count - 1];
            fresh[fresh.Count - 1] = last with { Text = _lines.TakeContinuation(lastLine, last.Text, next => LooseElements.Begins(_lines[next])) };
            _loose.AddRange(fresh);
        }

        return true;
    }

    /// <summary>The declarations of a line, and those of the lines after it as long as a list goes on after a comma.</summary>
    private (IReadOnlyList<LooseDeclaration> Declarations, int LastLine) WithContinuedList(int index, LooseElements elements)
    {
        if (elements.OpenList is not { } open)
        {
            return (elements.Declarations, index);
        }

        var declarations = elements.Declarations.ToList();
        var last = index;
        while (open.IsOpen && TextAt(last + 1, index).Length > 0 && LooseText.WithPlainSeparators(_lines[last + 1]) is var next && LooseElements.Read(next).Declarations.Count == 0)
        {
            open = open.Continue(next);
            if (open.Declarations.Count == 0)
            {
                break;
            }

            declarations.AddRange(open.Declarations);
            last++;
        }

        return (declarations, last);
    }

    /// <summary><c>ARGS[1] amount</c></summary>
    private bool ReportMisspelled(int index, HeaderLine line)
    {
        if (LooseText.MisspelledTable(line.Text) is not var (table, length))
        {
            return false;
        }

        _findings.MisspelledTable(new SourceSpan(line.Start, length), line, table, length);
        _lines.Drop(index);
        return true;
    }

    private void AddRaises(int index, HeaderLine line, IReadOnlyList<RaisesDeclaration> raised)
    {
        if (raised.Count == 0)
        {
            _findings.RaisesWithoutCode(line);
            return;
        }

        var fresh = raised.Where(each => !_header.Raises.Any(declared => declared.Code == each.Code)).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        _lines.Take(index);
        var text = _lines.TakeContinuation(index, fresh[0].Text, _ => false);
        foreach (var each in fresh)
        {
            var declaration = each with { Text = text };
            _raises.Add(declaration);
            _findings.LooseDeclaration(line with { Text = each.Span == line.Span ? line.Text : LooseText.At(line, each.Span) }, each.Span, HeaderText.Of(declaration));
        }
    }

    /// <summary>The reply, by the first line that declares it; named lines declare one element each.</summary>
    private (IReadOnlyList<ReplyDeclaration> Replies, LooseReply? Loose, string Prose) Replies(bool declaresAnything)
    {
        var replies = _header.Replies.Select(WithKnownType).ToList();
        var isOpen = replies.Count == 0 && !_header.HasFaultyReply;
        LooseReply? loose = null;
        var prose = "";
        foreach (var (index, reply) in _replies.Where(each => !_lines.IsTaken(each.Index) && (declaresAnything || each.Reply.IsOpen)))
        {
            if (reply.Reading == ReplyReading.Declared && CanAdd(reply.Declaration!, replies, isOpen))
            {
                _lines.Take(index);
                var declaration = reply.Declaration! with { Text = _lines.TakeContinuation(index, reply.Declaration.Text, _ => false) };
                replies.Add(declaration);
                loose ??= new LooseReply(_lines[index], declaration, "");
                _findings.LooseDeclaration(_lines[index], _lines[index].Span, HeaderText.Of(declaration));
            }
            else if (reply.Reading == ReplyReading.Documented)
            {
                _lines.Take(index);
                prose = _lines.TakeContinuation(index, reply.Text, _ => false);
                loose ??= new LooseReply(_lines[index], null, prose);
            }
            else if (isOpen && replies.Count == 0)
            {
                _findings.UnreadReply(_lines[index], reply.Declaration, reply.Text);
                loose ??= new LooseReply(_lines[index], null, "");
                if (reply.Declaration is not null)
                {
                    _lines.Take(index);
                    prose = _lines.TakeContinuation(index, reply.Text, _ => false);
                }
            }
        }

        return (replies, loose, prose);
    }

    private static bool CanAdd(ReplyDeclaration declaration, List<ReplyDeclaration> replies, bool isOpen) =>
        declaration.Name is { } name
            ? replies.All(reply => reply.Name is { } other && other.Name != name.Name)
            : isOpen && replies.Count == 0;

    /// <summary>Whether a line is a part of a sentence that begins or ends on the lines around it.</summary>
    private bool IsSentence(int index)
    {
        var (before, after) = (TextAt(index - 1, index), TextAt(index + 1, index));
        return (before.Length > 0 && before[0] != '@' && before[before.Length - 1] is not ('.' or ':' or ';' or '!' or '?'))
            || (after.Length > 0 && char.IsLower(after[0]) && LooseIndex.At(after, 0) is null);
    }

    /// <summary>The prose of a line of the same run.</summary>
    private string TextAt(int index, int from) =>
        index >= 0 && index < _lines.Count && _lines[index].Run == _lines[from].Run && !_lines.IsTaken(index) ? _lines[index].Text : "";

    private ArgumentDeclaration WithKnownType(ArgumentDeclaration argument)
    {
        var type = TypeSpelling.Resolve(argument.Type);
        if (type == argument.Type)
        {
            return argument;
        }

        var known = argument with { Type = type };
        Show(argument.Span, HeaderText.Of(known));
        return known;
    }

    private ReplyDeclaration WithKnownType(ReplyDeclaration reply)
    {
        var type = TypeSpelling.Resolve(reply.Type);
        if (type == reply.Type)
        {
            return reply;
        }

        var known = reply with { Type = type };
        Show(reply.Span, HeaderText.Of(known));
        return known;
    }

    private void Show(SourceSpan span, string canonical)
    {
        var line = _lines.LineAt(span.Start);
        _findings.LooseDeclaration(line, line.Span, canonical);
    }
}
