namespace Vicidial.Client.Values;

/// <summary>What was done with a value, or is odd about it, although it is used.</summary>
public enum ValueNote
{
    /// <summary>The 1 in front of a North American number was left out.</summary>
    ExtraOne,

    /// <summary>The function has no field for the country code of a number.</summary>
    NoCountryCode,

    /// <summary>The value looks as if it stood for "no value".</summary>
    AbsentWord,

    /// <summary>The text was probably read in the wrong encoding.</summary>
    WrongEncoding,
}
