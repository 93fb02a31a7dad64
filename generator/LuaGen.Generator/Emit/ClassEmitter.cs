using LuaGen.Language.Model;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Prints one class and its interface. The model has already made every decision.</summary>
internal static class ClassEmitter
{
    internal static readonly string GeneratedCode =
        $"""[global::System.CodeDom.Compiler.GeneratedCode("LuaGen", "{typeof(ClassEmitter).Assembly.GetName().Version.ToString(3)}")]""";

    public static SourceText Emit(ClassModel model, EmitOptions options)
    {
        var writer = new CSharpWriter();
        SourceHeader.Emit(writer, "the .lua files named below", model.Name.Namespace);
        JsonAlias.Emit(writer, model, options.SourceRoot);
        var helpers = model.Helpers;
        EmitInterface(writer, model, helpers);
        writer.BlankLine();
        EmitClass(writer, model, helpers, options);
        if (model.HasServices)
        {
            writer.BlankLine();
            new RegistrationEmitter(writer, options).Emit(model);
        }

        return writer.Complete();
    }

    private static void EmitInterface(CSharpWriter writer, ClassModel model, HelperNames helpers)
    {
        var name = model.Name.Name;
        writer.Write($"""
            /// <summary>The calls of <see cref="{name}"/>, as an interface that tests can implement without a server.</summary>
            {GeneratedCode}
            """);
        writer.Open($"{model.Visibility} interface I{name}");
        for (var i = 0; i < model.Scripts.Count; i++)
        {
            if (i > 0)
            {
                writer.BlankLine();
            }

            new MethodEmitter(writer, model.Scripts[i], name, helpers).EmitDeclarations();
        }

        foreach (var newest in model.Newest)
        {
            writer.BlankLine();
            if (newest.Unversioned is { } unversioned)
            {
                new MethodEmitter(writer, unversioned, name, helpers).EmitDeclarations();
            }
            else
            {
                new MethodEmitter(writer, newest, name, helpers).EmitNewestDeclarations();
            }
        }

        writer.BlankLine();
        writer.Write($"""
            /// <inheritdoc cref="{name}.On"/>
            I{name} On(global::StackExchange.Redis.IBatch batch);
            """);
        writer.Close();
    }

    private static void EmitClass(CSharpWriter writer, ClassModel model, HelperNames helpers, EmitOptions options)
    {
        var name = model.Name.Name;
        var files = string.Join(", ", model.Scripts.Select(script => $"<c>{XmlDoc.Escape(script.FilePath)}</c>").Distinct());
        var of = model.Library is { } library ? $"the functions of the library <c>{XmlDoc.Escape(library.Name)}</c>, {files}, which must be loaded on the server" : files;
        writer.Write($"""
            /// <summary>Calls {of}.</summary>
            {GeneratedCode}
            """);
        writer.Open($"{model.Visibility} sealed partial class {CSharpNames.EscapeType(name)} : I{name}");
        new ConstructorEmitter(writer, model).Emit();
        foreach (var script in model.Scripts)
        {
            writer.BlankLine();
            EmitInferredHeader(writer, script);
            new MethodEmitter(writer, script, name, helpers).EmitImplementations();
        }

        foreach (var newest in model.Newest)
        {
            writer.BlankLine();
            if (newest.Unversioned is { } unversioned)
            {
                new MethodEmitter(writer, unversioned, name, helpers).EmitImplementations();
            }
            else
            {
                new MethodEmitter(writer, newest, name, helpers).EmitNewestImplementations();
            }
        }

        foreach (var script in model.Scripts.Concat(model.Unversioned))
        {
            new TypeEmitter(writer, script, helpers, options).Emit();
        }

        writer.BlankLine();
        if (model.Library is null)
        {
            new DefinitionsEmitter(writer).Emit(model);
        }
        else
        {
            new LibraryDefinitionsEmitter(writer).Emit(model, model.Library);
        }

        writer.Close();
    }

    private static void EmitInferredHeader(CSharpWriter writer, ScriptModel script)
    {
        if (script.InferredHeader.Length == 0)
        {
            return;
        }

        writer.Write(script.Function is { } function
            ? $"""
            // The function {XmlDoc.OneLine(function.Name)} in {XmlDoc.OneLine(script.FilePath)} has no header. Paste this inferred header above its registration:
            //
            """
            : $"""
            // {XmlDoc.OneLine(script.FilePath)} has no header. Paste this inferred header at its top:
            //
            """);
        foreach (var line in script.InferredHeader.TrimEnd('\n').Split('\n'))
        {
            writer.Write("//     " + XmlDoc.OneLine(line));
        }

        writer.BlankLine();
    }
}
