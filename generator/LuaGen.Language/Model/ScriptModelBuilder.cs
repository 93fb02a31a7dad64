using System.Security.Cryptography;
using System.Text;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Model;

/// <summary>Decides what a script becomes in C#.</summary>
internal static class ScriptModelBuilder
{
    /// <param name="isInferred">Whether the complete header was inferred from the code, and is to be shown.</param>
    /// <summary><see langword="null"/> if findings report why there is none.</summary>
    public static ScriptModel? Build(ScriptSource source, SyntaxTree tree, ScriptHeader header, FindingBag findings, bool isInferred)
    {
        var (@class, name, version) = ScriptNaming.Of(source, header);
        var model = Build(source, tree, header, findings, isInferred, @class, name);
        if (model is null || version is not { } known)
        {
            return model;
        }

        // Types of the name without a number are types of their own: a new version must not rename them.
        var plain = model.TypeNames().Any() ? Build(source, tree, header, new FindingBag(), isInferred: false, @class, known.Name) : null;
        return model with { Version = known, Unversioned = plain };
    }

    /// <summary>Decides what a function of a library becomes; <see langword="null"/> if findings report why there is nothing.</summary>
    /// <param name="tree">The function as a script of its own, with the text of the whole library.</param>
    public static ScriptModel? BuildFunction(ScriptSource source, SyntaxTree tree, ScriptHeader header, FindingBag findings, FunctionModel function)
    {
        var (@class, name) = ScriptNaming.Of(source, header, function);
        var model = Build(source, tree, header, findings, isInferred: !header.DeclaresAnything, @class, name);

        // The server goes by the flag alone.
        return model is null ? null : model with { Function = function, IsReadOnly = tree.Shebang!.Flags.Contains("no-writes") };
    }

    private static ScriptModel? Build(ScriptSource source, SyntaxTree tree, ScriptHeader header, FindingBag findings, bool isInferred, ClassName @class, string name)
    {
        var enums = new EnumBuilder(findings);
        var parameters = new ParameterBuilder(name, enums, findings);
        var (keys, arguments) = parameters.Build(header);
        if (new ReplyBuilder(name, enums, findings).Build(header) is not { } reply)
        {
            return null;
        }

        var text = ScriptText.Normalize(tree.Text);
        return new ScriptModel(
            @class,
            name,
            Version: null,
            Signature(tree.Text, header),
            source.FilePath,
            text,
            Sha1(text),
            Returns(tree.Text, header),
            header.Options.Any(option => option.Name == "readonly") || tree.Shebang?.Flags.Contains("no-writes") == true,
            parameters.Parameters,
            keys,
            arguments,
            enums.Enums,
            parameters.Groups,
            reply,
            parameters.OwnNames,
            Documentation(header, findings),
            JsonDeclarations(tree.Text, header),
            isInferred ? HeaderText.Of(header) : "");
    }

    private static EquatableArray<JsonDeclaration> JsonDeclarations(string text, ScriptHeader header)
    {
        var types = header.JsonTypes().ToList();
        if (types.Count == 0)
        {
            return [];
        }

        var lines = new LineMap(text);
        return types
            .Select(type =>
            {
                var place = lines.GetPosition(type.NameStart);
                return new JsonDeclaration(type.TypeName, place.Line + 1, place.Column + 1);
            })
            .ToEquatableArray();
    }

    /// <summary>The declarations that callers see, in the header's own text.</summary>
    private static string Signature(string text, ScriptHeader header)
    {
        var keys = header.Keys.Select(key => $"KEYS[{key.Index}] {key.IsRest} {key.Path.Name}.{key.Path.Member}");
        var arguments = header.Arguments.Select(argument =>
            $"ARGV[{argument.Index}] {argument.IsRest} {argument.Path.Name}.{argument.Path.Member}: "
            + TypeText(text, argument.Type) + $" = {argument.Default?.Value}");
        return string.Join("\n", keys.Concat(arguments).Append(Returns(text, header)));
    }

    /// <summary>The reply in the header's own text: <c>long</c>, <c>(left: long, orderId: long?)</c>.</summary>
    private static string Returns(string text, ScriptHeader header)
    {
        if (header.Replies.Count == 0)
        {
            return HeaderType.Result.Name;
        }

        var parts = header.Replies.Select(reply => reply.Name is { } name && header.Replies.Count > 1
            ? $"{name.Name}: {TypeText(text, reply.Type)}"
            : TypeText(text, reply.Type));
        var words = string.Join(", ", parts);
        words = header.Replies.Count > 1 ? $"({words})" : words;
        return header.Replies[0].IsNullable ? words + "?" : words;
    }

    /// <summary>A type in the header's own text, unless the header spells it in another way or does not contain it.</summary>
    private static string TypeText(string text, TypeSyntax type)
    {
        var canonical = HeaderText.Of(type);
        var written = text.Substring(type.Span.Start, type.Span.Length);
        return written.Where(c => c != ' ').SequenceEqual(canonical.Where(c => c != ' ')) ? written : canonical;
    }

    private static DocumentationModel Documentation(ScriptHeader header, FindingBag findings)
    {
        var paragraphs = header.Prose.Select(lines => string.Join(" ", lines)).ToArray();
        return new DocumentationModel(
            paragraphs.FirstOrDefault() ?? "",
            paragraphs.Skip(1).ToEquatableArray(),
            header.Replies.Count == 1 ? header.Replies[0].Text : header.ReplyProse,
            Raises(header, findings));
    }

    private static EquatableArray<RaisedError> Raises(ScriptHeader header, FindingBag findings)
    {
        var errors = new List<RaisedError>();
        foreach (var raises in header.Raises)
        {
            var name = Identifiers.Member(raises.Code);
            if (errors.Any(error => error.Name == name))
            {
                findings.NameTwice(raises.Span, name, "error code");
            }
            else if (name.Length == 0 || RecordMembers.IsTaken(name))
            {
                findings.NameReserved(raises.Span, raises.Code, "use another code");
            }
            else
            {
                errors.Add(new RaisedError(name, raises.Code, raises.Text));
            }
        }

        return errors.ToEquatableArray();
    }

    private static string Sha1(string text)
    {
        // Redis identifies a script by this hash; no security depends on it.
#pragma warning disable CA5350
        using var sha1 = SHA1.Create();
#pragma warning restore CA5350
        var hash = sha1.ComputeHash(Encoding.UTF8.GetBytes(text));
        var digits = new StringBuilder(40);
        foreach (var octet in hash)
        {
            digits.Append(octet.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return digits.ToString();
    }
}
