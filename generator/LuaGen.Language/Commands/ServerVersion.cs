using System.Globalization;

namespace LuaGen.Language.Commands;

/// <summary>A server version: <c>7.4</c>, <c>6.0.6</c>. The default value is older than all others.</summary>
internal readonly record struct ServerVersion(int Major, int Minor, int Patch = 0) : IComparable<ServerVersion>
{
    /// <summary>The oldest supported server version when neither the project nor the script sets one.</summary>
    public static ServerVersion Minimum { get; } = new(7, 0);

    /// <summary>The first version with the same major and minor number.</summary>
    public ServerVersion WithoutPatch => this with { Patch = 0 };

    public static bool operator <(ServerVersion left, ServerVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ServerVersion left, ServerVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ServerVersion left, ServerVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ServerVersion left, ServerVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Parses <c>7</c>, <c>7.4</c> or <c>7.4.1</c>; <see langword="null"/> for anything else.</summary>
    public static ServerVersion? TryParse(string? text)
    {
        var parts = (text ?? "").Trim().Split('.');
        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == numbers.Length || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new ServerVersion(numbers[0], numbers[1], numbers[2]);
    }

    public int CompareTo(ServerVersion other) =>
        Major != other.Major ? Major.CompareTo(other.Major)
        : Minor != other.Minor ? Minor.CompareTo(other.Minor)
        : Patch.CompareTo(other.Patch);

    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, Patch == 0 ? "{0}.{1}" : "{0}.{1}.{2}", Major, Minor, Patch);
}
