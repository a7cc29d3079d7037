using Vicidial.Client.Functions;
using Vicidial.Client.Text;
using Vicidial.Client.Timing;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Requests;

/// <summary>One request to be made: a function and its fields in order, without the login, which the connection adds.</summary>
public sealed class ApiRequest
{
    /// <summary>The word that empties a field.</summary>
    public const string BlankToken = "--BLANK--";

    private const string RemovalWord = "DELETE";
    private const string RemovalPrefix = "delete_";
    private const int UsualCount = 16;
    private readonly List<KeyValuePair<string, string>> _fields = new(UsualCount);

    /// <summary>Makes a request without fields.</summary>
    public ApiRequest(ApiFunction function)
    {
        Function = function;
        IsQuestion = function.Kind == FunctionKind.Query;
    }

    /// <summary>The function to request.</summary>
    public ApiFunction Function { get; }

    /// <summary>The fields, decoded, in the order in which they are sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>What the request is about, if it was created for one of several values. It is not sent.</summary>
    public string? Subject { get; set; }

    /// <summary>The names of the fields in messages.</summary>
    public FieldLabels Labels { get; set; } = FieldLabels.Wire;

    /// <summary>Whether an earlier run may have made the change, so that the response "already exists" counts as success.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>How to handle text that the dialer treats in a special way.</summary>
    public TextHandling TextHandling { get; set; }

    /// <summary>The labels of the custom fields of the lead's list, if they are known; otherwise null.</summary>
    public IReadOnlyCollection<string>? CustomLabels { get; set; }

    /// <summary>How the dialer stores the fields that it does not store unchanged, for the result.</summary>
    public IReadOnlyList<FieldVerdict> Verdicts { get; set; } = [];

    /// <summary>
    /// The dialer for which all fields were judged and found to be sent and stored unchanged; null if they were not judged, or have changed since.
    /// </summary>
    internal DialerGeneration? PlainFor { get; set; }

    /// <summary>Whether the dialer keeps letters beyond ASCII, as far as its responses have shown it.</summary>
    internal bool? KeepsLetters { get; set; }

    /// <summary>The rate limit that each attempt waits for, if the request belongs to a load that has one; or null.</summary>
    public RequestPace? Pace { get; set; }

    /// <summary>Whether the same data is requested in another way if the server fails, so that this request is not retried.</summary>
    internal bool HasAlternative { get; set; }

    /// <summary>Whether the request changes nothing, even if its function can.</summary>
    internal bool IsQuestion { get; private set; }

    /// <summary>Whether the request removes something, so that "not found" means that it was already removed.</summary>
    internal bool Removes
    {
        get
        {
            bool removes = Function.Name.StartsWith(RemovalPrefix, StringComparison.Ordinal);
            foreach (KeyValuePair<string, string> given in _fields)
            {
                removes |= given.Value == "Y"
                    ? given.Key.StartsWith(RemovalPrefix, StringComparison.Ordinal)
                    : given is { Value: RemovalWord, Key: "stage" or "action" };
            }

            return removes;
        }
    }

    /// <summary>The number of changes in the request for which the dialer sends a separate notice.</summary>
    internal int CountParts()
    {
        int parts = 0;
        for (int i = 0; i < Function.Parts.Count; i++)
        {
            parts += Find(Function.Parts[i]) is { Length: > 0 } and not "N" ? 1 : 0;
        }

        return parts;
    }

    /// <summary>Adds a field. The value is sent unchanged.</summary>
    /// <returns>This request, so that calls can be chained.</returns>
    public ApiRequest Add(string name, string value)
    {
        PlainFor = null;
        _fields.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    /// <summary>Replaces the value of an existing field.</summary>
    internal void Replace(string name, string value)
    {
        int at = 0;
        while (_fields[at].Key != name)
        {
            at++;
        }

        PlainFor = null;
        _fields[at] = new KeyValuePair<string, string>(name, value);
    }

    /// <summary>Gives an existing field another name.</summary>
    internal void Rename(string name, string newName)
    {
        PlainFor = null;
        int at = _fields.FindIndex(field => field.Key == name);
        _fields[at] = new KeyValuePair<string, string>(newName, _fields[at].Value);
    }

    /// <summary>Removes a field.</summary>
    public void Remove(string name)
    {
        PlainFor = null;
        _fields.RemoveAll(field => field.Key == name);
    }

    /// <summary>Makes a request with the same fields, to which others may be added.</summary>
    public ApiRequest Copy()
    {
        ApiRequest copy = CopyWithoutFields();
        copy._fields.AddRange(_fields);
        return copy;
    }

    /// <summary>Makes a request of another function that is made for the same row, at the same pace.</summary>
    public ApiRequest Beside(ApiFunction function) => new(function) { Pace = Pace, Labels = Labels };

    /// <summary>The fields that the catalog does not list, such as custom fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FindUnlisted() => _fields.FindAll(field => Function.FindParameter(field.Key) is null);

    /// <summary>Creates a request with the same fields, but different values for some of them.</summary>
    internal ApiRequest CopyWith(IReadOnlyDictionary<string, string> values)
    {
        ApiRequest copy = CopyWithoutFields();
        foreach (KeyValuePair<string, string> field in _fields)
        {
            copy.Add(field.Key, values.TryGetValue(field.Key, out string? value) ? value : field.Value);
        }

        return copy;
    }

    /// <summary>Creates a request with the same fields that is known to change nothing.</summary>
    internal ApiRequest AsQuestion()
    {
        ApiRequest copy = Copy();
        copy.IsQuestion = true;
        return copy;
    }

    /// <summary>Asks for rows with tabs and a row of names, if the function offers them.</summary>
    internal ApiRequest AskForTable()
    {
        foreach (KeyValuePair<string, string> wanted in Function.Layout == ResponseLayout.Table ? ApiFunction.TableForm : [])
        {
            Add(wanted.Key, wanted.Value);
        }

        return this;
    }

    /// <summary>The value of a field, or null if the request does not have it.</summary>
    public string? Find(string name)
    {
        foreach (KeyValuePair<string, string> field in _fields)
        {
            if (field.Key == name)
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>What the dialer stores of a value that was sent in a field and may be in its response.</summary>
    internal string FindStored(string name, string value)
    {
        if (value == BlankToken)
        {
            return string.Empty;
        }

        foreach (FieldVerdict verdict in Verdicts)
        {
            if (verdict.Field == name && (value == verdict.Text.Value || value == verdict.Text.Sent))
            {
                return KeepsLetters == true ? verdict.Text.StoredInUnicodeMode : verdict.Text.Stored;
            }
        }

        return value;
    }

    /// <summary>The fields and values that a dialer of a build does not know; only the most serious gap of each field.</summary>
    public IReadOnlyList<FoundGap> FindGaps(BuildStamp build)
    {
        FieldGap[] gaps = Function.GapsIn(build);
        if (gaps.Length == 0)
        {
            return [];
        }

        List<FoundGap>? found = null;
        foreach (KeyValuePair<string, string> given in _fields)
        {
            ApiParameter? field = Function.FindParameter(given.Key);

            // A flag that is not set requests what an older dialer does anyway.
            if (field is not null && given.Value is "N" or "NO" && FieldFormat.IsFlag(field))
            {
                continue;
            }

            foreach (FieldGap gap in gaps)
            {
                if (gap.IsAbout(given.Key, field is not null) && gap.Covers(given.Value) && gap.Matters(Find))
                {
                    (found ??= []).Add(new FoundGap(given.Key, given.Value, gap, Labels));
                    break;
                }
            }
        }

        return found ?? (IReadOnlyList<FoundGap>)[];
    }

    /// <inheritdoc/>
    public override string ToString() => Function.Name;

    private ApiRequest CopyWithoutFields() =>
        new(Function)
        {
            IsQuestion = IsQuestion,
            Subject = Subject,
            Labels = Labels,
            MayBeDone = MayBeDone,
            HasAlternative = HasAlternative,
            Pace = Pace,
            TextHandling = TextHandling,
            CustomLabels = CustomLabels,
            Verdicts = Verdicts,
        };
}
