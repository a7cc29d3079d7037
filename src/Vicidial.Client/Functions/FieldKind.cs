namespace Vicidial.Client.Functions;

/// <summary>How the value of a wire field is written.</summary>
public enum FieldKind
{
    /// <summary>Text, sent unchanged.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with a decimal point.</summary>
    DecimalNumber,

    /// <summary><c>Y</c> or <c>N</c>.</summary>
    YesNo,

    /// <summary>One word of a fixed set.</summary>
    Choice,

    /// <summary><c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary><c>YYYY-MM-DD HH:MM:SS</c> in the dialer's local time.</summary>
    DateAndTime,

    /// <summary>A time of day.</summary>
    TimeOfDay,

    /// <summary>Several values joined by <see cref="ApiParameter.Separator"/>.</summary>
    List,
}
