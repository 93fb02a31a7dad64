using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the fields of a class and its constructors.</summary>
internal sealed class ConstructorEmitter(CSharpWriter writer, ClassModel model)
{
    public const string Resolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";

    private readonly List<string> _jsonTypes = [.. model.JsonTypes];

    public void Emit()
    {
        writer.Write("private readonly global::LuaGen.ScriptTarget _target;");
        foreach (var type in _jsonTypes)
        {
            writer.Write($"private readonly {TypeInfo(type)} {JsonAlias.Field(type)};");
        }

        writer.Write(model.Library is null
            ? """

            /// <summary>Creates an instance that calls the scripts through a database, a batch or a transaction.</summary>
            /// <param name="database">
            /// The database to call the scripts through. In an <see cref="global::StackExchange.Redis.IBatch"/> every call includes the
            /// text of its script, in an <see cref="global::StackExchange.Redis.ITransaction"/> the first call of each script; only
            /// the asynchronous methods can be used.
            /// </param>
            """
            : """

            /// <summary>Creates an instance that calls the functions through a database, a batch or a transaction.</summary>
            /// <param name="database">
            /// The database to call the functions through. In an <see cref="global::StackExchange.Redis.IBatch"/> or an
            /// <see cref="global::StackExchange.Redis.ITransaction"/> only the asynchronous methods can be used. No call loads the
            /// library: see <see cref="Definitions.Library"/>.
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
                writer.Write($"{JsonAlias.Field(type)} = other.{JsonAlias.Field(type)};");
            }

            writer.Close();
        }

        writer.Write(model.Library is null
            ? """

            /// <summary>Returns an instance that sends calls in a batch by SHA-1, for scripts that are too large to be sent with every call.</summary>
            /// <param name="batch">
            /// A batch on the same server; one with a key prefix must be of the database of this instance. If a script is missing on
            /// the server, the call is resent after <see cref="global::StackExchange.Redis.IBatch.Execute"/>, outside the order of
            /// the batch.
            /// </param>
            """
            : """

            /// <summary>Returns an instance that sends calls in a batch.</summary>
            /// <param name="batch">A batch on the same server.</param>
            """);
        writer.Write($"""
            /// <returns>An instance whose calls complete after the batch has been executed.</returns>
            public {name} On(global::StackExchange.Redis.IBatch batch) => new {name}({(_jsonTypes.Count == 0 ? "" : "this, ")}_target.On(batch));

            I{model.Name.Name} I{model.Name.Name}.On(global::StackExchange.Redis.IBatch batch) => On(batch);
            """);
    }

    private void EmitWithJson()
    {
        writer.Write($"""
            /// <param name="json">
            /// The metadata for JSON serialization: a <see cref="global::System.Text.Json.Serialization.JsonSerializerContext"/>
            /// that includes {string.Join(", ", _jsonTypes.Select(type => $"<c>{XmlDoc.Escape(type)}</c>"))}. Its options apply, such as
            /// the naming policy; any other resolver is used with the default options.
            /// </param>
            /// <exception cref="global::System.NotSupportedException">The resolver does not include one of these types.</exception>
            """);
        writer.Open($"public {CSharpNames.EscapeType(model.Name.Name)}(global::StackExchange.Redis.IDatabaseAsync database, {Resolver} json)");
        writer.Write("""
            _target = new global::LuaGen.ScriptTarget(database);
            var options = (json as global::System.Text.Json.Serialization.JsonSerializerContext)?.Options
                ?? new global::System.Text.Json.JsonSerializerOptions { TypeInfoResolver = json };
            """);
        foreach (var type in _jsonTypes)
        {
            writer.Write($"{JsonAlias.Field(type)} = ({TypeInfo(type)})options.GetTypeInfo(typeof({JsonAlias.Of(type)}));");
        }

        writer.Close();
    }

    private static string TypeInfo(string type) => $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{JsonAlias.Of(type)}>";
}
