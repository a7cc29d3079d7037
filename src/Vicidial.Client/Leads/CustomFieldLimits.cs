using System.Runtime.CompilerServices;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Leads;

/// <summary>
/// What the custom fields of one dialer can store, as far as this connection has learned it: from fields that it defined, and from values that came
/// back changed. No function of the dialer returns the lengths, types, and options of custom fields. Thread-safe.
/// </summary>
public sealed class CustomFieldLimits
{
    private const string ZeroDate = "0000-00-00";
    private const int MostValues = 1000;
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss"];
    private static readonly string[] TimeForms = ["H:mm", "H:mm:ss"];
    private static readonly ConditionalWeakTable<DialerClient, CustomFieldLimits> Known = new();
    private readonly object _gate = new();
    private readonly Dictionary<string, Dictionary<string, Limits>> _lists = new(StringComparer.Ordinal);

    /// <summary>What is known about the custom fields of a dialer, for as long as it is connected.</summary>
    public static CustomFieldLimits Of(DialerClient client) => Known.GetOrCreateValue(client);

    /// <summary>Rejects a value that a field is known to change.</summary>
    /// <param name="list">The list that has the field.</param>
    /// <param name="label">The label of the field.</param>
    /// <param name="value">The value.</param>
    /// <param name="forms">What the dialer may make of its characters.</param>
    /// <param name="mask">Masks passwords in the value, for the message; null if it has none.</param>
    /// <exception cref="DialerException">The field would cut or replace the value.</exception>
    public void Check(string list, string label, string value, IReadOnlyList<string> forms, Func<string, string>? mask = null)
    {
        lock (_gate)
        {
            string name = $"The custom field {label} of list {list}";
            if (Find(list, label)?.FindProblem(name, () => ChangedField.Show(label, mask is null ? value : mask(value)), value, forms) is { } problem)
            {
                throw problem;
            }
        }
    }

    /// <summary>Whether a field is known to have options, so that any other value can be lost.</summary>
    public bool HasOptions(string list, string label)
    {
        lock (_gate)
        {
            return Find(list, label) is { Options: not null } or { Rejects: true };
        }
    }

    /// <summary>Learns from a value that a field stored unchanged. What contradicts it is forgotten.</summary>
    /// <param name="list">The list that has the field.</param>
    /// <param name="label">The label of the field.</param>
    /// <param name="value">The value.</param>
    /// <param name="stored">What is stored.</param>
    /// <param name="isRewritten">Whether it is the same date or time in another form.</param>
    public void LearnKept(string list, string label, string value, string stored, bool isRewritten)
    {
        lock (_gate)
        {
            Get(list, label).LearnKept(value, stored, isRewritten);
        }
    }

    /// <summary>Learns from a value that a field stored in another form.</summary>
    /// <param name="list">The list that has the field.</param>
    /// <param name="label">The label of the field.</param>
    /// <param name="value">The value.</param>
    /// <param name="forms">What the dialer may make of its characters.</param>
    /// <param name="stored">What is stored.</param>
    public void LearnChanged(string list, string label, string value, IReadOnlyList<string> forms, string stored)
    {
        lock (_gate)
        {
            Get(list, label).LearnChanged(value, forms, stored);
        }
    }

    /// <summary>Learns from the definition of a field, which replaces what was known about it.</summary>
    /// <param name="list">The list that has the field.</param>
    /// <param name="label">The label of the field.</param>
    /// <param name="type">The type, such as TEXT; null if it is not known.</param>
    /// <param name="maximum">The maximum number of characters; null if it is not known.</param>
    /// <param name="options">The lines of options, each with a value, a comma, and a text; null if they are not known.</param>
    public void LearnDefinition(string list, string label, string? type, int? maximum, string? options)
    {
        lock (_gate)
        {
            Forget(list, label);
            if (type is "TEXT" && maximum > 0)
            {
                Get(list, label).Define(maximum, isDate: false, null);
            }
            else if (type is "DATE")
            {
                Get(list, label).Define(null, isDate: true, null);
            }
            else if (type is "SELECT" or "RADIO" && !string.IsNullOrEmpty(options))
            {
                // The dialer loses what follows an ampersand.
                string[] lines = options!.Split('&')[0].Split('\n');
                Get(list, label).Define(null, isDate: false, lines.Select(static line => line.Split(',')[0].Trim()).ToArray());
            }
        }
    }

    /// <summary>Forgets what is known about a field, or about all fields of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="label">The label of the field; null for all.</param>
    public void Forget(string list, string? label = null)
    {
        lock (_gate)
        {
            if (label is null)
            {
                _lists.Remove(list);
            }
            else if (_lists.TryGetValue(list, out Dictionary<string, Limits>? fields))
            {
                fields.Remove(label);
            }
        }
    }

    /// <summary>Whether a stored text is the same date or time as a value, written as the dialer writes it.</summary>
    public static bool IsSameMoment(string value, string stored) =>
        (ReadMoment(value, DateForms) is { } date && date == ReadMoment(stored, DateForms))
        || (ReadMoment(value, TimeForms) is { } time && time == ReadMoment(stored, TimeForms));

    /// <summary>Whether a value is a date in a form that a date field can read. A time of midnight is no loss.</summary>
    public static bool IsDate(string value) => value == ZeroDate || ReadMoment(value, DateForms)?.TimeOfDay == TimeSpan.Zero;

    private static DateTime? ReadMoment(string text, string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out DateTime moment) ? moment : null;

    private Limits? Find(string list, string label) =>
        _lists.TryGetValue(list, out Dictionary<string, Limits>? fields) && fields.TryGetValue(label, out Limits? known) ? known : null;

    private Limits Get(string list, string label)
    {
        if (!_lists.TryGetValue(list, out Dictionary<string, Limits>? fields))
        {
            _lists.Add(list, fields = new Dictionary<string, Limits>(StringComparer.OrdinalIgnoreCase));
        }

        if (!fields.TryGetValue(label, out Limits? known))
        {
            fields.Add(label, known = new Limits());
        }

        return known;
    }

    /// <summary>What is known about one field.</summary>
    private sealed class Limits
    {
        private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
        private int? _maximum;
        private bool _isDate;
        private bool _isDefined;
        private int _longestKept;

        public IReadOnlyList<string>? Options { get; private set; }

        public bool Rejects => _rejected.Count > 0;

        public void Define(int? maximum, bool isDate, IReadOnlyList<string>? options)
        {
            _maximum = maximum;
            _isDate = isDate;
            Options = options;
            _isDefined = true;
        }

        public DialerException? FindProblem(string name, Func<string> show, string value, IReadOnlyList<string> forms)
        {
            return _maximum is { } maximum && forms.All(form => form.Length > maximum)
                    ? Reject("ValueTooLong", $"can have {maximum} characters", $", but the value has {value.Length}")
                : _isDate && !forms.Any(IsDate) ? Reject("InvalidDate", "stores dates", $", but the value is {show()}")
                : Options is { } options && !forms.Any(options.Contains) ? Reject(
                    "InvalidChoice",
                    $"has the options {string.Join(", ", options)}",
                    $", but the value is {show()}"
                )
                : _rejected.Contains(value) ? Reject("CustomFieldNotStorable", $"does not store {show()}", string.Empty)
                : null;

            DialerException Reject(string errorId, string limit, string actual) =>
                new(
                    errorId,
                    DialerErrorKind.InvalidArgument,
                    _isDefined
                        ? $"{name} {limit}{actual}."
                        : $"{name} {limit}, as an earlier value showed{actual}. If the field was changed on the dialer since then, connect again."
                );
        }

        public void LearnKept(string value, string stored, bool isRewritten)
        {
            _longestKept = Math.Max(_longestKept, stored.Length);
            _maximum = _maximum < stored.Length ? null : _maximum;
            _isDate = (_isDate || isRewritten) && IsDate(stored);
            Options = Options?.Contains(stored) == true ? Options : null;
            _rejected.Remove(value);
        }

        public void LearnChanged(string value, IReadOnlyList<string> forms, string stored)
        {
            _isDate |= stored == ZeroDate;
            int? cut = forms.Select(form => FindCut(form, stored)).FirstOrDefault(static length => length is not null);
            if (cut is { } length && length >= _longestKept)
            {
                _maximum = length;
            }

            if (FindProblem(string.Empty, static () => string.Empty, value, forms) is null && _rejected.Count < MostValues)
            {
                _rejected.Add(value);
            }
        }

        /// <summary>The length to which a value was cut; null if it was changed in another way.</summary>
        private static int? FindCut(string sent, string stored)
        {
            string text = sent.TrimStart();
            int skipped = sent.Length - text.Length;
            if (stored.Length == 0 || !text.StartsWith(stored, StringComparison.Ordinal))
            {
                return null;
            }

            // A field with the type of a number, a date, or a time can store only that part of a text, whatever the length of the text.
            bool isValue =
                decimal.TryParse(stored, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                || IsDate(stored)
                || ReadMoment(stored, TimeForms) is not null;
            if (isValue && !text.All(static c => c is >= '0' and <= '9'))
            {
                return null;
            }

            // The response does not show spaces at the end of a stored value.
            int length = stored.Length;
            while (length < text.Length && char.IsWhiteSpace(text[length]))
            {
                length++;
            }

            return length == text.Length ? null : skipped + length;
        }
    }
}
