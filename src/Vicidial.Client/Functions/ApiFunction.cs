namespace Vicidial.Client.Functions;

/// <summary>One function of a dialer's API, as the catalog describes it.</summary>
public sealed class ApiFunction
{
    private readonly Dictionary<string, ApiParameter> _byName;
    private IReadOnlyList<ResponseShape> _shapes = [];
    private Tuple<BuildStamp, FieldGap[]>? _lastGaps;
    private Dictionary<char, ResponseShape[]> _shapesByLetter = [];

    internal ApiFunction(DialerApi api, string name)
    {
        Api = api;
        Name = name;
        _byName = new Dictionary<string, ApiParameter>(StringComparer.Ordinal);
    }

    /// <summary>The API that has the function.</summary>
    public DialerApi Api { get; }

    /// <summary>The value of the wire field <c>function</c>.</summary>
    public string Name { get; }

    /// <summary>What a request for it does to the dialer.</summary>
    public FunctionKind Kind { get; internal set; }

    /// <summary>One line about its purpose.</summary>
    public string Summary { get; internal set; } = string.Empty;

    /// <summary>The build that introduced it, if known.</summary>
    public BuildStamp? Since { get; internal set; }

    /// <summary>The oldest compared release that has it, such as <c>2.10-69</c>; empty if unknown.</summary>
    public string Release { get; internal set; } = string.Empty;

    /// <summary>Whether the same request may be made twice without harm.</summary>
    public bool IsRepeatable { get; internal set; }

    /// <summary>Whether user and password are needed.</summary>
    public bool NeedsLogin { get; internal set; } = true;

    /// <summary>The lowest level of an account that may call it.</summary>
    public int MinimumLevel { get; internal set; }

    /// <summary>The account flags it needs.</summary>
    public IReadOnlyList<string> Rights { get; internal set; } = [];

    /// <summary>Other names of the same function.</summary>
    public IReadOnlyList<string> Aliases { get; internal set; } = [];

    /// <summary>Whether the catalog has the function.</summary>
    public bool IsListed { get; internal set; }

    /// <summary>The fields that it accepts besides the login, in the order of the catalog.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; private set; } = [];

    /// <summary>The columns that it can return.</summary>
    public IReadOnlyList<ApiColumn> Columns { get; internal set; } = [];

    /// <summary>The lines that it can return, including those that all functions of its API share.</summary>
    public IReadOnlyList<ResponseShape> Shapes
    {
        get => _shapes;
        internal set
        {
            _shapes = value;
            _shapesByLetter = value
                .GroupBy(static shape => shape.FirstLetter)
                .ToDictionary(static group => group.Key, static group => group.ToArray());
        }
    }

    /// <summary>
    /// Whether a change or command can be retried automatically if it is unclear whether it arrived. Commands to current calls never can, because the
    /// call or lead on the screen may be a different one by then.
    /// </summary>
    public bool MayRepeat => Kind == FunctionKind.Query || (Kind == FunctionKind.Mutation && IsRepeatable);

    /// <summary>Whether it empties a field that is sent with no value.</summary>
    public bool ClearsByEmptyValue { get; internal set; }

    /// <summary>
    /// Whether the dialer searches the whole request for names of its fields, even in values. Then the fields are sent in the URL with every
    /// character encoded, and the login in the body.
    /// </summary>
    public bool TakesFieldsInAddress { get; internal set; }

    /// <summary>Whether the dialer searches the login for field names as well.</summary>
    internal bool FindsNamesInLogin { get; set; }

    /// <summary>The field whose value the dialer also expects in the field <c>value</c>, or null.</summary>
    internal string? ValueField { get; set; }

    /// <summary>The layout of its response.</summary>
    public ResponseLayout Layout { get; internal set; }

    /// <summary>The delimiter of a <see cref="ResponseLayout.Rows"/> response; otherwise <c>\0</c>.</summary>
    public char RowDelimiter { get; internal set; }

    /// <summary>The number of rows after which the dialer silently ends its response, or null if it does not.</summary>
    public int? RowLimit { get; internal set; }

    /// <summary>How the names of its columns must be corrected, or null if they are correct.</summary>
    public NameRepair? Names { get; internal set; }

    /// <summary>Whether an empty response means that there was nothing to change.</summary>
    internal bool IsSilentWithoutChange { get; set; }

    /// <summary>
    /// The fields for which the dialer sends a separate notice, after the SUCCESS line if there is one. If a response ends early but has a notice for
    /// each of these fields in the request, the whole change was made.
    /// </summary>
    internal IReadOnlyList<string> Parts { get; set; } = [];

    /// <summary>The values in a response that reports success although the dialer stored nothing.</summary>
    internal List<(string Name, string[] Failed)> Proofs { get; } = [];

    /// <summary>The fields and values that some builds do not support.</summary>
    internal IReadOnlyList<FieldGap> Gaps { get; set; } = [];

    /// <summary>The gaps that dialers of a build have. The last result is kept, because most requests go to one build.</summary>
    internal FieldGap[] GapsIn(BuildStamp build)
    {
        Tuple<BuildStamp, FieldGap[]>? last = _lastGaps;
        if (last is null || last.Item1 != build)
        {
            _lastGaps = last = Tuple.Create(build, Gaps.Where(gap => gap.IsIn(build)).ToArray());
        }

        return last.Item2;
    }

    /// <summary>The lines of the catalog about text, split at their tabs; they are read when a value is first judged.</summary>
    internal IReadOnlyList<string[]> TextLines { get; set; } = [];

    /// <summary>The fields that ask for rows with tabs and with a row of names.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> TableForm { get; } = [new("stage", "tab"), new("header", "YES")];

    /// <summary>Whether the function can return rows with tabs and with a row of names.</summary>
    public bool OffersTable => TableForm.All(wanted => HasChoice(wanted.Key, wanted.Value));

    /// <summary>Whether the library fills a field itself, to get rows that it can read.</summary>
    public bool Fills(string name) => Layout == ResponseLayout.Table && TableForm.Any(wanted => wanted.Key == name);

    /// <summary>The field of this wire name, or null.</summary>
    public ApiParameter? FindParameter(string name) => _byName.TryGetValue(name, out ApiParameter? found) ? found : null;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>
    /// The shapes that begin with the first letter of a line. Nearly all shapes are errors, and nearly all lines of a load are not.
    /// </summary>
    internal ResponseShape[] ShapesLike(string line) =>
        line.Length > 0 && _shapesByLetter.TryGetValue(line[0], out ResponseShape[]? shapes) ? shapes : [];

    /// <summary>The fields that hold phone numbers or anything else that a phone can dial.</summary>
    internal IReadOnlyList<ApiParameter> PhoneNumbers { get; private set; } = [];

    internal void SetParameters(IReadOnlyList<ApiParameter> parameters)
    {
        Parameters = parameters;
        PhoneNumbers = parameters.Where(static parameter => parameter.IsPhoneNumber || parameter.IsDialString).ToArray();
        foreach (ApiParameter parameter in parameters)
        {
            _byName[parameter.Name] = parameter;
        }
    }

    private bool HasChoice(string parameter, string value)
    {
        foreach (string allowed in FindParameter(parameter)?.Allowed ?? [])
        {
            if (allowed == value)
            {
                return true;
            }
        }

        return false;
    }
}
