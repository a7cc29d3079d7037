namespace Vicidial.Client.Values;

/// <summary>What was changed in a value, or is unusual about it, although it is used.</summary>
public enum ValueNote
{
    /// <summary>The 1 before a North American number was removed.</summary>
    ExtraOne,

    /// <summary>The function has no field for the country code of a number.</summary>
    NoCountryCode,

    /// <summary>The value looks as if it means "no value".</summary>
    AbsentWord,

    /// <summary>The text was probably read in the wrong encoding.</summary>
    WrongEncoding,
}
