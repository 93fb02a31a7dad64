using System.Reflection;
using LuaGen.Language.Model;
using LuaGen.Language.Text;

namespace LuaGen.Generator.Tests.Incremental;

/// <summary>
/// Models decide what runs again, so all their members compare by value and keep no compiler object alive: they are
/// strings, numbers, enums, other models, and <see cref="EquatableArray{T}"/> of these.
/// </summary>
public sealed class ModelShapeTests
{
    [Fact]
    public void Models_hold_values_alone() => Assert.Empty(Faults(typeof(ClassModels)));

    [Fact]
    public void A_model_with_a_position_or_a_plain_array_would_be_noticed()
    {
        Assert.NotEmpty(Faults(typeof(WithPosition)));
        Assert.NotEmpty(Faults(typeof(WithArray)));
    }

    private sealed record WithPosition(Microsoft.CodeAnalysis.Text.TextSpan Span);

    private sealed record WithArray(string[] Names);

    private static List<string> Faults(Type root)
    {
        var faults = new List<string>();
        var seen = new HashSet<Type>();
        Visit(root, root.Name);
        return faults;

        void Visit(Type type, string path)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.IsPrimitive || type.IsEnum || type == typeof(string) || !seen.Add(type))
            {
                return;
            }

            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            {
                Visit(type.GetGenericArguments()[0], path + "[]");
                return;
            }

            var isModel = type.Assembly == typeof(ClassModels).Assembly || type.Assembly == typeof(ModelShapeTests).Assembly;
            var isRecord = type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
            if (!isModel || !isRecord || !(type.IsSealed || type.IsAbstract))
            {
                faults.Add($"{path}: {type}");
                return;
            }

            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            {
                Visit(field.FieldType, $"{path}.{field.Name}");
            }

            foreach (var derived in type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type))
            {
                Visit(derived, derived.Name);
            }
        }
    }
}
