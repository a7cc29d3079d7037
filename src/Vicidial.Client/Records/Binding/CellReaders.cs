using Vicidial.Client.Wire;

namespace Vicidial.Client.Records.Binding;

/// <summary>Reads one cell as a value.</summary>
/// <returns>False if the cell does not hold such a value.</returns>
internal delegate bool CellReader<TValue>(char[] buffer, int start, int length, out TValue value);

/// <summary>
/// How the dialer writes values. A blank cell and a zero date are "nothing"; anything that cannot be read makes its row
/// unreadable rather than wrong.
/// </summary>
internal static class CellReaders
{
    private static readonly Dictionary<Type, Func<Delegate>> ByType = new()
    {
        [typeof(string)] = static () => (CellReader<string>)ReadText,
        [typeof(int?)] = static () => (CellReader<int?>)ReadInt32,
        [typeof(long?)] = static () => (CellReader<long?>)ReadInt64,
        [typeof(decimal?)] = static () => (CellReader<decimal?>)ReadDecimal,
        [typeof(bool?)] = static () => (CellReader<bool?>)ReadFlag,
        [typeof(DateTime?)] = static () => (CellReader<DateTime?>)ReadDateTime,
        [typeof(TimeSpan?)] = static () => (CellReader<TimeSpan?>)ReadTimeSpan,
        [typeof(SecretAddress)] = static () => (CellReader<SecretAddress?>)ReadSecretAddress,
        [typeof(Uri)] = static () => (CellReader<Uri?>)ReadUri,
    };

    /// <summary>A reader for single cells.</summary>
    /// <param name="separator">The separator between the texts of a list.</param>
    public static CellReader<TValue> For<TValue>(char separator) =>
        typeof(TValue) == typeof(TextList) ? (CellReader<TValue>)(Delegate)NewListReader(separator)
        : ByType.TryGetValue(typeof(TValue), out Func<Delegate>? make) ? (CellReader<TValue>)make()
        : throw new NotSupportedException($"No cell can be read as {typeof(TValue)}.");

    /// <summary>A reader for the cells of one text column of a table, which remembers what it read.</summary>
    public static CellReader<string> ForTextColumn()
    {
        var cache = new TextCache();
        return (char[] buffer, int start, int length, out string value) =>
        {
            value = cache.Get(buffer, start, length);
            return true;
        };
    }

    private static bool ReadText(char[] buffer, int start, int length, out string value)
    {
        value = length == 0 ? string.Empty : new string(buffer, start, length);
        return true;
    }

    private static CellReader<TextList> NewListReader(char separator)
        => (char[] buffer, int start, int length, out TextList value) =>
        {
            // A lone hyphen is how the dialer ends some lists.
            string[] texts = new string(buffer, start, length).Split([separator], StringSplitOptions.RemoveEmptyEntries);
            value = new TextList(Array.FindAll(texts, static text => text != "-"));
            return true;
        };

    private static bool ReadSecretAddress(char[] buffer, int start, int length, out SecretAddress? value)
    {
        value = length == 0 ? null : new SecretAddress(new string(buffer, start, length));
        return true;
    }

    private static bool ReadUri(char[] buffer, int start, int length, out Uri? value)
    {
        Trim(buffer, ref start, ref length);
        value = null;
        return length == 0 || Uri.TryCreate(new string(buffer, start, length), UriKind.RelativeOrAbsolute, out value);
    }

    /// <summary>A length of time: seconds, M:SS or H:MM:SS; there can be more than 24 hours.</summary>
    private static bool ReadTimeSpan(char[] buffer, int start, int length, out TimeSpan? value)
    {
        value = null;
        Trim(buffer, ref start, ref length);
        if (length == 0)
        {
            return true;
        }

        long seconds = 0;
        string[] parts = new string(buffer, start, length).Split(':');
        bool negative = parts[0].StartsWith("-", StringComparison.Ordinal);
        for (int i = 0; i < parts.Length; i++)
        {
            string part = i == 0 && negative ? parts[i].Substring(1) : parts[i];
            if (parts.Length > 3 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || (i > 0 && number > 59))
            {
                return false;
            }

            seconds = (seconds * 60) + number;
        }

        value = TimeSpan.FromSeconds(negative ? -seconds : seconds);
        return true;
    }

    private static bool ReadInt32(char[] buffer, int start, int length, out int? value)
    {
        bool read = ReadInt64(buffer, start, length, out long? wide) && wide is null or (>= int.MinValue and <= int.MaxValue);
        value = read ? (int?)wide : null;
        return read;
    }

    private static bool ReadInt64(char[] buffer, int start, int length, out long? value)
    {
        value = null;
        Trim(buffer, ref start, ref length);
        if (length == 0)
        {
            return true;
        }

        bool negative = buffer[start] == '-';
        int at = negative ? 1 : 0;
        if (at == length || length > 18)
        {
            return false;
        }

        long sum = 0;
        for (; at < length; at++)
        {
            int digit = buffer[start + at] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            sum = (sum * 10) + digit;
        }

        value = negative ? -sum : sum;
        return true;
    }

    private static bool ReadDecimal(char[] buffer, int start, int length, out decimal? value)
    {
        value = null;
        Trim(buffer, ref start, ref length);
        if (length == 0)
        {
            return true;
        }

        // A percentage is read as its number.
        if (buffer[start + length - 1] == '%')
        {
            length--;
        }

        bool read = decimal.TryParse(
            new string(buffer, start, length),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        );
        value = read ? number : null;
        return read;
    }

    private static bool ReadFlag(char[] buffer, int start, int length, out bool? value)
    {
        value = null;
        Trim(buffer, ref start, ref length);
        if (length == 0)
        {
            return true;
        }

        // One API uses Y and N, the other YES and NO.
        value = (length, buffer[start]) switch
        {
            (1, 'Y' or 'y' or '1') => true,
            (1, 'N' or 'n' or '0') => false,
            (3, _) when Says("YES", buffer, start) => true,
            (2, _) when Says("NO", buffer, start) => false,
            _ => null,
        };
        return value is not null;
    }

    private static bool Says(string word, char[] buffer, int start) =>
        string.Equals(word, new string(buffer, start, word.Length), StringComparison.OrdinalIgnoreCase);

    private static bool ReadDateTime(char[] buffer, int start, int length, out DateTime? value)
    {
        value = null;
        Trim(buffer, ref start, ref length);
        if (length == 0)
        {
            return true;
        }

        // The dialer stores dates without a year, a month, or a day, which are not valid dates. One report adds a dot to dates.
        string text = new string(buffer, start, length).TrimEnd('.');
        if (
            text.StartsWith("0000-", StringComparison.Ordinal)
            || (text.Length >= 10 && (text.Substring(5, 2) == "00" || text.Substring(8, 2) == "00"))
        )
        {
            return true;
        }

        bool read = DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime date
        );
        value = read ? date : null;
        return read;
    }

    private static void Trim(char[] buffer, ref int start, ref int length)
    {
        while (length > 0 && buffer[start] == ' ')
        {
            start++;
            length--;
        }

        while (length > 0 && buffer[start + length - 1] == ' ')
        {
            length--;
        }
    }
}
