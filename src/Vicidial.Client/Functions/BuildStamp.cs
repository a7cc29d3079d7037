namespace Vicidial.Client.Functions;

/// <summary>The build of a dialer, <c>YYMMDD-HHMM</c>. Builds before 2010 are written with five digits.</summary>
public readonly struct BuildStamp : IComparable<BuildStamp>, IEquatable<BuildStamp>
{
    private readonly long _order;
    private readonly string? _text;

    private BuildStamp(string text, long order)
    {
        _text = text;
        _order = order;
    }

    /// <summary>Builds by age, as a number.</summary>
    internal long Order => _order;

    /// <summary>Reads a build as the dialer or the catalog writes it.</summary>
    /// <returns>False if the text is not a build.</returns>
    public static bool TryParse(string? text, out BuildStamp build)
    {
        build = default;
        string[] parts = (text ?? string.Empty).Trim().Split('-');
        if (parts.Length != 2 || parts[0].Length is < 5 or > 6 || parts[1].Length != 4
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minute))
        {
            return false;
        }

        build = new BuildStamp(text!.Trim(), (day * 10000L) + minute);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(BuildStamp other) => _order.CompareTo(other._order);

    /// <inheritdoc/>
    public bool Equals(BuildStamp other) => _order == other._order;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BuildStamp other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _order.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _text ?? string.Empty;

    /// <summary>Compares by age.</summary>
    public static bool operator ==(BuildStamp left, BuildStamp right) => left.Equals(right);

    /// <summary>Compares by age.</summary>
    public static bool operator !=(BuildStamp left, BuildStamp right) => !left.Equals(right);

    /// <summary>Whether the left build is older.</summary>
    public static bool operator <(BuildStamp left, BuildStamp right) => left._order < right._order;

    /// <summary>Whether the left build is newer.</summary>
    public static bool operator >(BuildStamp left, BuildStamp right) => left._order > right._order;

    /// <summary>Whether the left build is not newer.</summary>
    public static bool operator <=(BuildStamp left, BuildStamp right) => left._order <= right._order;

    /// <summary>Whether the left build is not older.</summary>
    public static bool operator >=(BuildStamp left, BuildStamp right) => left._order >= right._order;
}
