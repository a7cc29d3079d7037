using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Values;

namespace Vicidial.Client.Requests;

/// <summary>
/// Converts the phone numbers of a request to the form that the dialer stores and dials: digits only, without the country code, which is a separate
/// field. That field may have a value of its own, so the whole request is examined.
/// </summary>
/// <remarks>
/// If a function has no field for the country code, the number is sent without it, because that is how the dialer compares numbers with those of
/// leads. A number that is dialed unchanged can have only the country code 1: the digits for another country depend on the carrier.
/// </remarks>
public static class PhoneFields
{
    private const string CodeField = "phone_code";
    private const string ThirdNumberField = "address3";
    private const string FurtherNumbersField = "multi_alt_phones";
    private const string SecondNumberField = "alt_phone";
    private const string CallerIdField = "outbound_cid";
    private const string SearchField = "search_method";
    private const string SearchByNumber = "PHONE_NUMBER";
    private const string ChangePrefix = "update_";
    private const string BatchPrefix = "batch_";
    private const char EntrySeparator = '!';
    private const char PartSeparator = '_';
    private const int FewestDigits = 6;

    /// <summary>Writes the phone numbers of a request. Doing it again changes nothing.</summary>
    /// <param name="request">The request, which has its numbers as they were given.</param>
    /// <param name="notes">Receives what was removed.</param>
    /// <exception cref="DialerException">A value is not a phone number, or its country code contradicts another one.</exception>
    public static void Write(ApiRequest request, ValueNotes notes)
    {
        WriteCode(request);
        for (int i = 0; i < request.Function.PhoneNumbers.Count; i++)
        {
            ApiParameter field = request.Function.PhoneNumbers[i];
            if (request.Find(field.Name) is { Length: > 0 } text && !field.Allowed.Contains(text))
            {
                request.Replace(
                    field.Name,
                    field.Kind == FieldKind.List ? WriteSeveral(request, field, text, notes) : Write(request, field, text, notes)
                );
            }
        }

        if (request.Find(ThirdNumberField) is { Length: > 0 } third && PhoneNumber.IsLikely(third))
        {
            request.Replace(ThirdNumberField, WriteNumber(request, request.Labels.Find(ThirdNumberField), third, isMain: false, notes));
        }

        if (request.Find(FurtherNumbersField) is { Length: > 0 } further)
        {
            request.Replace(FurtherNumbersField, WriteEntries(request.Labels.Find(FurtherNumbersField), further, notes));
        }
    }

    /// <summary>Writes a number that is compared with those of leads, and has no separate country code.</summary>
    /// <param name="text">The number as the user wrote it.</param>
    /// <param name="name">The name of the number in messages.</param>
    /// <param name="notes">Receives what was removed.</param>
    /// <exception cref="DialerException">The value is not a phone number.</exception>
    public static string WriteAlone(string text, string name, ValueNotes notes)
    {
        PhoneNumber number = PhoneNumber.Parse(text);
        if (number.CountryCode is not null)
        {
            notes.Add(ValueNote.NoCountryCode, name, text);
        }
        else if (number.HasNorthAmericanGroups)
        {
            notes.Add(ValueNote.ExtraOne, name, text);
            return number.Digits.Substring(1);
        }

        return number.Digits;
    }

    private static void WriteCode(ApiRequest request)
    {
        if (request.Find(CodeField) is { Length: > 0 } given && !PhoneNumber.IsPlain(given))
        {
            string bare = given.Trim();
            bare = bare.Length > 1 && bare[0] == '+' ? bare.Substring(1) : bare;
            if (NumberText.TryReadWhole(bare, out string code) && PhoneNumber.IsPlain(code))
            {
                request.Replace(CodeField, code);
            }
        }
    }

    private static string WriteSeveral(ApiRequest request, ApiParameter field, string text, ValueNotes notes) =>
        string.Join(field.Separator.ToString(), text.Split(field.Separator).Select(one => Write(request, field, one, notes)));

    private static string WriteEntries(string label, string further, ValueNotes notes) =>
        string.Join(EntrySeparator.ToString(), further.Split(EntrySeparator).Select(entry => WriteEntry(entry, label, notes)));

    private static string Write(ApiRequest request, ApiParameter field, string text, ValueNotes notes)
    {
        if (field.IsDialString && IsExtensionOrName(field, text))
        {
            return text;
        }

        string label = request.Labels.Find(field.Name);
        string digits = field.IsDialString && (field.Name == CallerIdField || request.Function.FindParameter(CodeField) is null)
            ? WriteDialed(label, text)
            : WriteNumber(request, label, text, field.Name != SecondNumberField, notes);
        CheckLength(field, label, text, digits);
        return digits;
    }

    /// <summary>Whether a value is a feature code such as *72, an extension, or a name, and not a phone number followed by letters.</summary>
    private static bool IsExtensionOrName(ApiParameter field, string text)
        => text.All(field.Keeps.Keeps)
            && (text.Any(static c => c is '#' or '*') || (text.Any(char.IsLetter) && text.Count(static c => char.IsAsciiDigit(c)) < FewestDigits));

    private static string WriteDialed(string field, string text)
    {
        PhoneNumber number = Read(field, text);
        return number.CountryCode is null or CountryCodes.NorthAmerica
            ? number.Digits
            : throw Reject(
                "InvalidPhoneNumber",
                $"'{ValueText.Shorten(text)}' in {field} begins with + and a country code, but the dialer dials the digits unchanged. Write the "
                    + "number as your carrier expects it."
            );
    }

    private static string WriteNumber(ApiRequest request, string field, string text, bool isMain, ValueNotes notes)
    {
        PhoneNumber number = Read(field, text);
        if (number.CountryCode is { } code)
        {
            PlaceCode(request, field, text, code, isMain, notes);
            return number.Digits;
        }

        return number.HasExtraOne ? WithoutExtraOne(request, field, text, number, notes) : number.Digits;
    }

    /// <summary>Sends a country code in its field, or compares it with the existing one.</summary>
    private static void PlaceCode(ApiRequest request, string field, string text, string code, bool isMain, ValueNotes notes)
    {
        bool isWritten = HasCode(request) && !IsSearch(request);
        string? known = request.Find(CodeField) is { Length: > 0 } given ? given : isMain ? null : FindAssumedCode(request);
        if (known is not null && known != code)
        {
            throw Reject(
                "PhoneCodeMismatch",
                $"'{ValueText.Shorten(text)}' in {field} has the country code {code}, but the phone code is {known}."
            );
        }

        if (known is null && isMain && isWritten)
        {
            request.Add(CodeField, code);
        }
        else if (known is null)
        {
            notes.Add(ValueNote.NoCountryCode, field, text);
        }
    }

    private static string WithoutExtraOne(ApiRequest request, string field, string text, PhoneNumber number, ValueNotes notes)
    {
        string? code = request.Find(CodeField) is { Length: > 0 } given ? given : FindAssumedCode(request);
        if (code != CountryCodes.NorthAmerica && !(code is null && number.HasNorthAmericanGroups))
        {
            return number.Digits;
        }

        notes.Add(ValueNote.ExtraOne, field, text);
        return number.Digits.Substring(1);
    }

    /// <summary>Writes one further number: number_code_note.</summary>
    private static string WriteEntry(string entry, string field, ValueNotes notes)
    {
        string[] parts = entry.Split([PartSeparator], 2);
        PhoneNumber number = Read(field, parts[0]);
        string rest = parts.Length > 1 ? parts[1] : string.Empty;
        string given = rest.Split(PartSeparator)[0].Trim();
        if (number.CountryCode is { } code)
        {
            if (given.Length > 0 && given != code)
            {
                throw Reject(
                    "PhoneCodeMismatch",
                    $"'{ValueText.Shorten(entry)}' in {field} has the country code {code}, but the phone code after it "
                        + $"is {given}."
                );
            }

            string note = rest.IndexOf(PartSeparator) is >= 0 and var at ? rest.Substring(at) : string.Empty;
            return $"{number.Digits}{PartSeparator}{code}{note}";
        }

        string digits = number.Digits;
        if (number.HasExtraOne && (given.Length == 0 || given == CountryCodes.NorthAmerica))
        {
            notes.Add(ValueNote.ExtraOne, field, parts[0]);
            digits = digits.Substring(1);
        }

        return parts.Length > 1 ? $"{digits}{PartSeparator}{rest}" : digits;
    }

    private static PhoneNumber Read(string field, string text)
        => PhoneNumber.TryParse(text, out PhoneNumber? number, out string reason)
            ? number!
            : throw Reject("InvalidPhoneNumber", $"'{ValueText.Shorten(text)}' in {field} is not a phone number: {reason}.");

    private static bool HasCode(ApiRequest request) => request.Function.FindParameter(CodeField) is not null;

    /// <summary>Whether the number is used to find leads, and is not stored.</summary>
    private static bool IsSearch(ApiRequest request) => request.Find(SearchField)?.IndexOf(SearchByNumber, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The country code that the dialer uses for a new number without one; null if the request is about existing numbers.</summary>
    private static string? FindAssumedCode(ApiRequest request) =>
        HasCode(request)
        && !request.Function.Name.StartsWith(ChangePrefix, StringComparison.Ordinal)
        && !request.Function.Name.StartsWith(BatchPrefix, StringComparison.Ordinal)
            ? CountryCodes.NorthAmerica
            : null;

    private static void CheckLength(ApiParameter field, string label, string text, string digits)
    {
        if (field.MaximumLength is null && field.MinimumLength is null)
        {
            return;
        }

        int minimum = field.MinimumLength ?? (field.IsDialString ? 1 : FewestDigits);
        int maximum = field.MaximumLength ?? int.MaxValue;
        if ((!field.IsDialString && digits.Length < minimum) || digits.Length > maximum)
        {
            throw Reject(
                "InvalidPhoneNumber",
                string.Format(
                    CultureInfo.InvariantCulture,
                    "'{0}' has {1} digits, but {2} requires {3} {4}.",
                    ValueText.Shorten(text),
                    digits.Length,
                    label,
                    minimum,
                    maximum == int.MaxValue ? "or more" : $"to {maximum}"
                )
            );
        }
    }

    private static DialerException Reject(string errorId, string cause) => new(errorId, DialerErrorKind.InvalidArgument, cause);
}
