using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Hosting;

/// <summary>
/// Whether a project's framework supports <c>init</c> accessors. .NET 5 introduced the type that the compiler requires;
/// netstandard2.0 and .NET Framework lack it, and generating it would be an error in a project that declares its own.
/// </summary>
internal static class InitAccessors
{
    /// <summary>Whether a reference provides that type. Read from the file, so that no step depends on the compilation.</summary>
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
            // The compiler itself reports a file that it cannot read.
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
