using System.Text;
using LuaGen.Language.Model;

namespace LuaGen.Language.Tests.Header;

/// <summary>Prints what is generated for a script: one line for the method, then its documentation, line by line.</summary>
internal static class SignatureText
{
    public static string Of(ScriptModel? model)
    {
        if (model is null)
        {
            return "  nothing is generated\n";
        }

        var text = new StringBuilder();
        text.Append("  ").Append(ReplyOf(model)).Append(' ').Append(model.Name).Append('(').AppendJoin(", ", model.Parameters.Select(ParameterOf)).Append(")\n");
        foreach (var parameter in model.Parameters)
        {
            text.Append("    ").Append(parameter.Name).Append(": ").Append(parameter.Text).Append('\n');
        }

        foreach (var group in model.Groups)
        {
            text.Append("    record ").Append(group.Name).Append('(')
                .AppendJoin(", ", group.Members.Select(member => $"{TypeOf(member.Type)} {member.Name}")).Append(")\n");
        }

        foreach (var @enum in model.Enums)
        {
            text.Append("    enum ").Append(@enum.Name).Append(": ").AppendJoin(", ", @enum.Members.Select(member => $"{member.Name} = {member.Literal}")).Append('\n');
        }

        Line("sent", string.Join(" ", model.Keys.Select(SentOf)) + " | " + string.Join(" ", model.Arguments.Select(SentOf)));
        Line("summary", model.Documentation.Summary);
        foreach (var remark in model.Documentation.Remarks)
        {
            Line("remarks", remark);
        }

        Line("returns", model.Documentation.Returns);
        foreach (var raised in model.Documentation.Raises)
        {
            Line("raises", $"{raised.Code} {raised.Text}");
        }

        return text.ToString();

        void Line(string label, string content)
        {
            if (content.Trim().Length > 1)
            {
                text.Append("    ").Append(label).Append(": ").Append(content).Append('\n');
            }
        }
    }

    private static string ParameterOf(ParameterModel parameter) =>
        $"{TypeOf(parameter.Type)} {parameter.Name}" + (parameter.Default is { } value ? $" = {Short(value)}" : "");

    private static string TypeOf(ParameterType type)
    {
        var name = Short(type.Name) + (type.IsNullable ? "?" : "");
        return type.IsList ? $"IReadOnlyList<{name}>" : name;
    }

    private static string ReplyOf(ScriptModel model) => model.IsReadOnly ? $"readonly {model.Returns}" : model.Returns;

    private static string SentOf(SentValue value) => value switch
    {
        SentSingle single => single.Parameter + (single.IsOptional ? "?" : single.Fallback is { } fallback ? $"??{Short(fallback)}" : ""),
        SentList list => $"{list.Parameter}[{string.Join(",", list.Items.Select(item => item.Member ?? "item"))}]",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Short(string name) => name.Replace("global::StackExchange.Redis.", "", StringComparison.Ordinal).Replace("global::System.", "", StringComparison.Ordinal);
}
