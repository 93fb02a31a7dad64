using System.Text;
using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Editing;

/// <summary>Describes what a script names, in Markdown, as hover and completion show it.</summary>
internal static class EntityText
{
    /// <param name="analysis">The script.</param>
    /// <param name="entity">What is described.</param>
    /// <param name="place">The place that is described; a local's value depends on it.</param>
    public static string Of(ScriptAnalysis analysis, ScriptEntity entity, SourceSpan? place = null) => entity switch
    {
        LocalEntity local => OfLocal(analysis, local.Symbol, place),
        ParameterEntity parameter => OfParameter(analysis, parameter),
        CommandEntity command => OfCommand(analysis, command.Command, place),
        TokenEntity token => $"{Code(Usage.Of(token.Command))}\n\nOption `{token.Token.Text}` of {token.Command.Name}.{Since(token.Token.Servers)}",
        ValueEntity value => $"{Code(Usage.Of(value.Command))}\n\nThe `{value.Value.Name}` of {value.Command.Name}{KindOf(value.Value)}.",
        LibraryEntity library => OfMember(library.Member),
        NamespaceEntity library => $"{Code(library.Name)}\n\nA library of Lua inside Redis: {string.Join(", ", MembersOf(library.Name).Select(member => $"`{member.Name}`"))}.",
        GlobalEntity global => $"{Code("global " + global.Name)}\n\nNo server provides this global.",
        GroupEntity group => $"{Code(group.Name)}\n\nA repeated group: its members repeat together, as one list of records.",
        TypeEntity type => OfType(type),
        FieldEntity field => $"{Code("RETURNS " + field.Name)}\n\nA part of the declared reply.",
        CodeEntity code => OfCode(analysis, code.Code),
        HeaderKeywordEntity keyword => HeaderKeywords.Find(keyword.Keyword) is { } row ? $"{Code(row.Form)}\n\n{row.Summary}" : Code(keyword.Keyword),
        RuleEntity rule => OfRule(rule.Rule),
        _ => "",
    };

    /// <summary>The value of a local where it is named, or where it is declared.</summary>
    public static string? ValueOf(ScriptAnalysis analysis, LocalSymbol symbol, SourceSpan? place)
    {
        if (analysis.Types is not { IsKnown: true } types)
        {
            return null;
        }

        var value = AbstractValue.Nothing;
        if (place is { } span && span.Start != symbol.Declaration.Span.Start)
        {
            value = NameFinder.At(analysis, span) is { } name ? types.TypeOf(name) : value;
        }
        else if (symbol.Value is { } initial)
        {
            value = types.TypeOf(initial);
        }
        else if (NameFinder.FirstUseOf(analysis, symbol) is { } use)
        {
            value = types.TypeOf(use);
        }

        return ValueText.Of(value);
    }

    public static string OfRule(Rule rule) => $"**{rule.Id}** {rule.Title} ({SeverityOf(rule)})\n\n[{rule.Id}]({rule.HelpLink})";

    /// <summary>The comment above a local, and the included file that it is from; empty if there is neither.</summary>
    public static string DescriptionOf(ScriptAnalysis analysis, LocalSymbol symbol) => DescriptionOf(analysis, symbol, LocalDeclaration.Of(analysis.Script, symbol));

    private static string DescriptionOf(ScriptAnalysis analysis, LocalSymbol symbol, LocalDeclaration declaration)
    {
        var (comment, file) = DeclarationComment.Of(analysis, symbol, declaration);
        return Paragraphs(comment, file is null ? "" : $"From `{file.Path}`.");
    }

    private static string OfLocal(ScriptAnalysis analysis, LocalSymbol symbol, SourceSpan? place)
    {
        var declaration = LocalDeclaration.Of(analysis.Script, symbol);
        var form = declaration.Function is { } function ? "function " + LocalSignature.Of(symbol, function).Text
            : ValueOf(analysis, symbol, place) is { } value ? $"{symbol.Name}: {value}"
            : symbol.Name;
        var element = symbol.OnlyValue is { } only && ParameterOf(analysis, only) is { } parameter ? OfParameter(analysis, parameter) : "";
        return Paragraphs(Code("local " + form), element, DescriptionOf(analysis, symbol, declaration));
    }

    /// <summary>The key or argument that an initial value reads: <c>tonumber(ARGV[1]) or 10</c>.</summary>
    private static ParameterEntity? ParameterOf(ScriptAnalysis analysis, Expression value) => ParameterReads.Of(analysis.Script, value) is var (table, index) ? new ParameterEntity(table, index) : null;

    private static string OfParameter(ScriptAnalysis analysis, ParameterEntity parameter)
    {
        var declared = ParameterInfo.Find(ParameterInfo.All(analysis), parameter.Table, parameter.Index);
        if (declared is null)
        {
            return $"{Code(parameter.Table.Element(parameter.Index))}\n\nThe header does not declare it.";
        }

        var note = declared.Place is null ? "The name is read from the code: the header does not declare it." : "";
        return Paragraphs(Code(declared.Canonical), declared.Text, note);
    }

    private static string OfCommand(ScriptAnalysis analysis, CommandInfo command, SourceSpan? place)
    {
        var text = new StringBuilder(Code(command.Subcommands.Count > 0 ? $"{command.Name} {string.Join(" | ", command.Subcommands.Values.Select(each => each.Name.Substring(command.Name.Length + 1)))}" : Usage.Of(command)));
        var facts = new List<string> { $"Since {command.Servers}" };
        facts.AddRange(command.Module is { } module ? [$"a command of {module}"] : []);
        facts.AddRange(command.Is(CommandTraits.Write) ? ["writes"] : command.Is(CommandTraits.ReadOnly) ? ["reads"] : []);
        facts.AddRange(command.Is(CommandTraits.NoScript) ? ["not allowed in scripts"] : $"{command.Scripts}" is { Length: > 0 } allowed ? [$"allowed in scripts since {allowed}"] : []);
        facts.AddRange(CommandComplexity.Of(command) is { } complexity ? [complexity] : []);
        text.Append("\n\n").Append(string.Join(", ", facts)).Append('.');
        if (command.Deprecation is { } deprecation)
        {
            text.Append($" Deprecated since Redis {deprecation.Since}: use {deprecation.ReplacedBy}.");
        }

        if (ReplyOf(analysis, command, place) is { } reply)
        {
            text.Append("\n\nIn Lua the reply is: ").Append(reply).Append('.');
        }

        return text.ToString();
    }

    /// <summary>The reply of the call at the place, which its options may narrow, or of any call.</summary>
    private static string? ReplyOf(ScriptAnalysis analysis, CommandInfo command, SourceSpan? place)
    {
        var call = place is { } span ? analysis.Types?.Calls.FirstOrDefault(each => each.Span.Contains(span) && each.Arguments.Any(argument => argument.Span.Contains(span))) : null;

        // The result of a call that is made through pcall is not the reply.
        var isDirect = call is { Expression.Arguments: [var first, ..], Arguments: [var name, ..] } && first == name.Expression;
        var value = isDirect ? analysis.Types!.TypeOf(call!.Expression) : default;
        if (value.Kinds == LuaKinds.None && command.Subcommands.Count == 0)
        {
            value = ReplyShapes.Of(command, new ValueList([AbstractValue.Of(command.Name)], AbstractValue.Any), new Fixpoint());
        }

        return ValueText.Of(value);
    }

    private static string OfMember(LibraryMember member)
    {
        var servers = member.Servers;
        var note = servers.Redis is null ? $" Only {(servers.Valkey is null ? ServerFamily.Dragonfly : servers)} has it."
            : servers.Until is { } until ? $" Removed in {until}."
            : Since(servers);
        return $"{Code(member is LibraryFunction function ? function.Usage : member.FullName)}\n\n{member.Summary}{note}";
    }

    private static string OfType(TypeEntity entity)
    {
        var type = entity.Type;
        var text = new StringBuilder(Code(type.Name));
        if (type.Argument is { } argument)
        {
            text.Append($"\n\nAs an argument: C# `{ShortName(argument.CSharp)}`, sent as {argument.Sent}.");
        }

        if (type.Reply is { } reply)
        {
            text.Append($"\n\nAs a reply: {(reply.CSharp is { } name ? $"C# `{ShortName(name)}`" : "no value")}, read from {reply.ReadFrom}.");
        }

        return text.ToString();
    }

    private static string OfCode(ScriptAnalysis analysis, string code) =>
        analysis.Header.Raises.FirstOrDefault(raises => raises.Code == code) is { } declared
            ? $"{Code("RAISES " + code)}{(declared.Text.Length > 0 ? "\n\n" + declared.Text : "")}"
            : $"{Code(code)}\n\nAn error code that the header does not declare.";

    private static IEnumerable<LibraryMember> MembersOf(string library) =>
        LuaLibrary.All.Where(member => member.Library == (library == LuaLibrary.ValkeyServer ? LuaLibrary.Server : library));

    private static string ShortName(string csharp) => csharp.Substring(csharp.LastIndexOfAny(['.', ':']) + 1);

    private static string KindOf(ValueNode value) => value.Kind switch
    {
        _ when value.IsKey => ", a key",
        ValueKind.Integer => ", an integer",
        ValueKind.Number => ", a number",
        _ => "",
    };

    private static string Since(Availability? servers) => $"{servers}" is { Length: > 0 } text ? $" Since {text}." : "";

    private static string SeverityOf(Rule rule) => rule.Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string Paragraphs(params string[] parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));

    private static string Code(string text) => $"```lua\n{text}\n```";
}
