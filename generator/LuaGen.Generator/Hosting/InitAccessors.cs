using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Hosting;

/// <summary>
/// Whether a project's framework has <c>init</c> accessors. .NET 5 brought the type that the compiler asks for;
/// netstandard2.0 and .NET Framework lack it, and a second one beside the project's own would be an error.
/// </summary>
internal static class InitAccessors
{
    /// <summary>Whether a reference brings that type; read from the file, so that the compilation is not asked.</summary>
    public static bool AreIn(MetadataReference reference)
    {
        if (reference is not PortableExecutableReference file || Path.GetFileName(file.FilePath ?? file.Display) is not ("System.Runtime.dll" or "System.Private.CoreLib.dll"))
        {
            return false;
        }

        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly && Declares(assembly.GetModules()[0].GetMetadataReader());
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException)
        {
            // The compiler reports a file that it cannot read.
            return false;
        }
    }

    private static bool Declares(MetadataReader reader)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            if (reader.StringComparer.Equals(reader.GetTypeDefinition(handle).Name, "IsExternalInit"))
            {
                return true;
            }
        }

        return false;
    }
}
