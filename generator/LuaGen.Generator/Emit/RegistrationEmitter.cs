using LuaGen.Generator.Hosting;
using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the extension methods that register classes with dependency injection.</summary>
internal sealed class RegistrationEmitter(CSharpWriter writer, EmitOptions options)
{
    private readonly bool _isKeyed = options.Has(ReferenceFeatures.KeyedServices);

    /// <summary>What the registered classes call.</summary>
    private string _called = "scripts";

    /// <summary>The registration of one class.</summary>
    public void Emit(ClassModel model)
    {
        var name = model.Name.Name;
        _called = model.Library is null ? "scripts" : "functions";
        Open(name, $"""<see cref="I{name}"/>""", model.Visibility);
        var json = model.JsonTypes.Any();
        EmitByNumber(name, $"""Registers <see cref="I{name}"/> as a singleton that calls its {_called} through the registered <see cref="{ServiceTypes.Connection}"/>.""", json);
        writer.BlankLine();
        EmitByFactory(name, $"""Registers <see cref="I{name}"/> as a singleton that calls its {_called} through the database of a factory, for example one with a key prefix.""", json, Register(name, json));
        writer.Close();
    }

    /// <summary>The registration of all classes, and of the service that loads their scripts.</summary>
    public void Emit(ProjectModel project)
    {
        var name = project.Name.Name;
        _called = string.Join(" and ", new[] { project.Scripts.Any() ? "scripts" : null, project.Libraries.Any() ? "functions" : null }.OfType<string>());
        Open(name, "the classes of the project", project.Visibility);
        EmitByNumber(name, $"""Registers the interfaces of all classes as singletons that call their {_called} through the registered <see cref="{ServiceTypes.Connection}"/>.""", project.HasJson);
        writer.BlankLine();
        EmitByFactory(name, $"Registers the interfaces of all classes as singletons that call their {_called} through the database of a factory, for example one with a key prefix.", project.HasJson, RegisterAll(project));
        if (options.Has(ReferenceFeatures.HostedServices | ReferenceFeatures.Logging))
        {
            writer.BlankLine();
            new PreloadingEmitter(writer, _isKeyed, project).Emit();
        }

        writer.Close();
    }

    private void Open(string name, string of, string visibility) => writer.Open($"""
        /// <summary>Registers {of} with dependency injection.</summary>
        {ClassEmitter.GeneratedCode}
        {visibility} static class {name}Registration
        """);

    private void EmitByNumber(string name, string summary, bool hasJson)
    {
        Document(summary, hasJson, "The number of the database; -1 for the default database of the connection.");
        var connection = $"{ServiceTypes.Getting}.GetRequiredService<{ServiceTypes.Connection}>(provider)";
        if (_isKeyed)
        {
            connection = $"""
                ((serviceKey is null ? null : {ServiceTypes.GettingKeyed}.GetKeyedService<{ServiceTypes.Connection}>(provider, serviceKey))
                            ?? {connection})
                """;
        }

        Declare(name, hasJson, "int database = -1");
        writer.Write($"""
                Add{name}(
                    services,
            {(hasJson ? "        json,\n" : "")}        provider => {connection}.GetDatabase(database){(_isKeyed ? ",\n        serviceKey" : "")});
            """);
    }

    private void EmitByFactory(string name, string summary, bool hasJson, string body)
    {
        Document(summary, hasJson, $"Returns the database to call the {_called} through.");
        Declare(name, hasJson, $"{ServiceTypes.Factory} database");
        writer.Write(body);
    }

    private void Document(string summary, bool hasJson, string database)
    {
        writer.Write($"""
            /// <summary>{summary}</summary>
            /// <param name="services">The service collection.</param>
            """);
        if (hasJson)
        {
            writer.Write("/// <param name=\"json\">The metadata for JSON serialization.</param>");
        }

        writer.Write($"/// <param name=\"database\">{database}</param>");
        if (_isKeyed)
        {
            writer.Write("/// <param name=\"serviceKey\">The key of the registration, and of the connection if one is registered with it; null for none.</param>");
        }

        writer.Write("/// <returns>The same service collection.</returns>");
    }

    private void Declare(string name, bool hasJson, string database) => writer.Write($"""
        public static {ServiceTypes.Collection} Add{name}(
            this {ServiceTypes.Collection} services,
        {(hasJson ? $"    {ConstructorEmitter.Resolver} json,\n" : "")}    {database}{(_isKeyed ? ",\n    object? serviceKey = null" : "")}) =>
        """);

    private string Register(string name, bool hasJson)
    {
        var created = $"new {CSharpNames.EscapeType(name)}(database(provider){(hasJson ? ", json" : "")})";
        return _isKeyed
            ? $"    {ServiceTypes.Adding}.AddKeyedSingleton<I{name}>(services, serviceKey, (provider, _) => {created});"
            : $"    {ServiceTypes.Adding}.AddSingleton<I{name}>(services, provider => {created});";
    }

    private string RegisterAll(ProjectModel project)
    {
        var services = "services";
        foreach (var indexed in project.Classes)
        {
            var registration = (indexed.Name.Namespace.Length == 0 ? "" : CSharpNames.Namespace(indexed.Name.Namespace) + ".") + indexed.Name.Name + "Registration";
            services = $"global::{registration}.Add{indexed.Name.Name}(\n        {services}{(indexed.HasJson ? ", json" : "")}, database{(_isKeyed ? ", serviceKey" : "")})";
        }

        return $"    {services};";
    }
}
