using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes what a class holds, and its constructor.</summary>
internal sealed class ConstructorEmitter(CSharpWriter writer, ClassModel model)
{
    public const string Resolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";

    private readonly List<string> _jsonTypes = [.. model.JsonTypes];

    public void Emit()
    {
        writer.Write("private readonly global::LuaGen.ScriptTarget _target;");
        foreach (var type in _jsonTypes)
        {
            writer.Write($"private readonly {TypeInfo(type)} {CSharpNames.JsonField(type)};");
        }

        writer.Write("""

            /// <summary>Calls the scripts through a database, a batch or a transaction.</summary>
            /// <param name="database">
            /// Where the calls go. Over an <see cref="global::StackExchange.Redis.IBatch"/> or
            /// <see cref="global::StackExchange.Redis.ITransaction"/> every call carries the whole script, and only the
            /// asynchronous methods can be used.
            /// </param>
            """);
        if (_jsonTypes.Count == 0)
        {
            writer.Write($"""
                public {CSharpNames.EscapeType(model.Name.Name)}(global::StackExchange.Redis.IDatabaseAsync database) =>
                    _target = new global::LuaGen.ScriptTarget(database);
                """);
        }
        else
        {
            EmitWithJson();
        }

        writer.BlankLine();
        EmitOn();
    }

    private void EmitOn()
    {
        var name = CSharpNames.EscapeType(model.Name.Name);
        if (_jsonTypes.Count == 0)
        {
            writer.Write($"private {name}(global::LuaGen.ScriptTarget target) => _target = target;");
        }
        else
        {
            writer.Open($"private {name}({name} other, global::LuaGen.ScriptTarget target)");
            writer.Write("_target = target;");
            foreach (var type in _jsonTypes)
            {
                writer.Write($"{CSharpNames.JsonField(type)} = other.{CSharpNames.JsonField(type)};");
            }

            writer.Close();
        }

        writer.Write($"""

            /// <summary>The same calls in a batch, by hash: for scripts that are too large to be sent with every call.</summary>
            /// <param name="batch">
            /// A batch of the same server. A call that meets a server without the script is sent once more after
            /// <see cref="global::StackExchange.Redis.IBatch.Execute"/>, through this object's own database, and so out of the
            /// batch's order.
            /// </param>
            /// <returns>An object whose calls complete after the batch was executed.</returns>
            public {name} On(global::StackExchange.Redis.IBatch batch) => new {name}({(_jsonTypes.Count == 0 ? "" : "this, ")}_target.On(batch));
            """);
    }

    private void EmitWithJson()
    {
        writer.Write($"""
            /// <param name="json">
            /// How types are written and read as JSON: a <see cref="global::System.Text.Json.Serialization.JsonSerializerContext"/>
            /// that knows {string.Join(", ", _jsonTypes.Select(type => $"<c>{XmlDoc.Escape(type)}</c>"))}. Its own options hold, such as
            /// the naming of properties; another resolver is asked with the default options.
            /// </param>
            /// <exception cref="global::System.NotSupportedException">It does not know one of them.</exception>
            """);
        writer.Open($"public {CSharpNames.EscapeType(model.Name.Name)}(global::StackExchange.Redis.IDatabaseAsync database, {Resolver} json)");
        writer.Write("""
            _target = new global::LuaGen.ScriptTarget(database);
            var options = (json as global::System.Text.Json.Serialization.JsonSerializerContext)?.Options
                ?? new global::System.Text.Json.JsonSerializerOptions { TypeInfoResolver = json };
            """);
        foreach (var type in _jsonTypes)
        {
            writer.Write($"{CSharpNames.JsonField(type)} = ({TypeInfo(type)})options.GetTypeInfo(typeof({CSharpNames.Namespace(type)}));");
        }

        writer.Close();
    }

    private static string TypeInfo(string type) => $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{CSharpNames.Namespace(type)}>";
}
