namespace Vicidial.Client.Functions;

/// <summary>One field of an API function, as the catalog describes it.</summary>
public sealed class ApiParameter
{
    private const string PhoneNumberType = "phone";
    private const string DialType = "dial";
    private const string PhoneNumbersType = "phones";

    internal ApiParameter(
        string name, string type, bool required, string length, string keeps, IReadOnlyList<string> allowed, BuildStamp? since, string description)
    {
        Name = name;
        Label = FieldLabels.OfWire(name);
        IsRequired = required;
        (MinimumLength, MaximumLength) = ReadLength(length);
        Keeps = CharacterFilter.Parse(keeps);
        Allowed = allowed;
        Since = since;
        Description = description;
        (Kind, Separator) = ReadType(type);
        (Smallest, Largest) = Kind is FieldKind.WholeNumber or FieldKind.DecimalNumber ? ReadRange(allowed) : (null, null);
        IsPhoneNumber = type is PhoneNumberType or PhoneNumbersType || (name == "phone_number" && type != DialType);
        IsDialString = type == DialType;
        IsDidPattern = name is "did_pattern" or "source_did_pattern" or "new_dids" or "did_patterns";
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The name of the field in messages, for the middle of a sentence.</summary>
    public string Label { get; private set; }

    /// <summary>How the value is written.</summary>
    public FieldKind Kind { get; }

    /// <summary>What separates the values of a <see cref="FieldKind.List"/>; otherwise <c>\0</c>.</summary>
    public char Separator { get; }

    /// <summary>Whether the dialer rejects a request without the field.</summary>
    public bool IsRequired { get; }

    /// <summary>The number of characters that the dialer stores. It silently cuts longer values.</summary>
    public int? MaximumLength { get; }

    /// <summary>The smallest number of characters. The dialer ignores or rejects shorter values.</summary>
    public int? MinimumLength { get; }

    /// <summary>The characters that survive the dialer's silent filter.</summary>
    public CharacterFilter Keeps { get; }

    /// <summary>The allowed values, if there is a fixed set.</summary>
    public IReadOnlyList<string> Allowed { get; }

    /// <summary>The smallest number that the dialer does not change.</summary>
    public long? Smallest { get; }

    /// <summary>The largest number that the dialer does not change.</summary>
    public long? Largest { get; }

    /// <summary>The build that introduced the field, if it is newer than the function.</summary>
    public BuildStamp? Since { get; }

    /// <summary>Whether the word <c>--BLANK--</c> empties the field. In other fields, the dialer destroys or stores the word.</summary>
    public bool ClearsByToken { get; internal set; }

    /// <summary>The meaning of the field.</summary>
    public string Description { get; }

    /// <summary>Whether a value identifies an object, so that a lost character would identify another one, and is not free text.</summary>
    public bool IsIdentifier => Kind is FieldKind.List || (Kind is FieldKind.Text or FieldKind.WholeNumber && !Keeps.KeepsSpace);

    /// <summary>Whether it is a phone number, or several of them.</summary>
    public bool IsPhoneNumber { get; }

    /// <summary>Whether the field holds something that a phone can dial: a number, a feature code, or an extension.</summary>
    public bool IsDialString { get; }

    /// <summary>Whether the field holds the pattern of a DID, or several: a number with or without +, or a name.</summary>
    public bool IsDidPattern { get; }

    /// <summary>The same field with the caller's name for it, such as the parameter of a cmdlet, which messages use.</summary>
    /// <param name="label">The name, for the middle of a sentence.</param>
    public ApiParameter WithLabel(string label)
    {
        var labeled = (ApiParameter)MemberwiseClone();
        labeled.Label = label;
        return labeled;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A length: <c>20</c>, <c>6-18</c>, <c>4-</c>, or <c>-</c> for any.</summary>
    private static (int? Minimum, int? Maximum) ReadLength(string length)
    {
        int dash = length.IndexOf('-');
        return dash < 0 ? (null, Read(length)) : (Read(length.Substring(0, dash)), Read(length.Substring(dash + 1)));

        static int? Read(string number) => number.Length == 0 ? null : int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The range of a number: <c>-9..9</c>.</summary>
    private static (long? Smallest, long? Largest) ReadRange(IReadOnlyList<string> allowed)
    {
        const string Between = "..";
        int dots = allowed.Count == 1 ? allowed[0].IndexOf(Between, StringComparison.Ordinal) : -1;
        return dots < 0 ? (null, null) : (Read(allowed[0].Substring(0, dots)), Read(allowed[0].Substring(dots + Between.Length)));

        static long? Read(string number) => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static (FieldKind Kind, char Separator) ReadType(string type) => type switch
    {
        "int" => (FieldKind.WholeNumber, '\0'),
        "decimal" => (FieldKind.DecimalNumber, '\0'),
        "bool(Y/N)" => (FieldKind.YesNo, '\0'),
        "enum" => (FieldKind.Choice, '\0'),
        "date" => (FieldKind.Date, '\0'),
        "datetime" => (FieldKind.DateAndTime, '\0'),
        "time" => (FieldKind.TimeOfDay, '\0'),
        "list(pipe)" => (FieldKind.List, '|'),
        "list(comma)" or PhoneNumbersType => (FieldKind.List, ','),
        "list(dash)" => (FieldKind.List, '-'),
        "list(space)" => (FieldKind.List, ' '),
        "string" or PhoneNumberType or DialType => (FieldKind.Text, '\0'),
        _ => throw new FormatException($"The catalog has a parameter of the unknown type '{type}'."),
    };
}
