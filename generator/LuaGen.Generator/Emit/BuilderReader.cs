using System.Text;

namespace LuaGen.Generator.Emit;

/// <summary>Reads the content of a builder without creating one string from it.</summary>
internal sealed class BuilderReader(StringBuilder builder) : TextReader
{
    private int _position;

    public override int Peek() => _position < builder.Length ? builder[_position] : -1;

    public override int Read() => _position < builder.Length ? builder[_position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var length = Math.Min(count, builder.Length - _position);
        builder.CopyTo(_position, buffer, index, length);
        _position += length;
        return length;
    }
}
