using System.Collections.Concurrent;
using System.Reflection;

namespace Vicidial.Client.Functions;

/// <summary>
/// The catalog of API functions: one small text resource for each function, read when the function is first used, so that loading the library costs
/// nothing. <c>Catalog/README.md</c> describes the format.
/// </summary>
public static class ApiCatalog
{
    private const string Prefix = "Catalog/";
    private const string CommonName = "_common";
    private static readonly Assembly Home = typeof(ApiCatalog).Assembly;
    private static readonly ConcurrentDictionary<(DialerApi, string), ApiFunction?> Read = new();

    /// <summary>Every function of both APIs, by API and name.</summary>
    public static IReadOnlyList<ApiFunction> GetAll()
        => Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
            .Select(name => name.Substring(Prefix.Length, name.Length - Prefix.Length - ".txt".Length).Split('/'))
            .Where(parts => parts[1] != CommonName)
            .Select(parts => Find(parts[0] == FolderOf(DialerApi.Agent) ? DialerApi.Agent : DialerApi.NonAgent, parts[1])!)
            .OrderBy(function => function.Api)
            .ThenBy(function => function.Name, StringComparer.Ordinal)
            .ToArray();

    /// <summary>The function with this name, or null if the catalog does not have it.</summary>
    public static ApiFunction? Find(DialerApi api, string name) => Read.GetOrAdd((api, name), static key => Load(key.Item1, key.Item2));

    /// <summary>The function with this name. If the catalog does not have it, a function of unknown kind is created.</summary>
    public static ApiFunction FindOrUnlisted(DialerApi api, string name)
        => Find(api, name) ?? new ApiFunction(api, name) { Shapes = Find(api, CommonName)!.Shapes };

    /// <summary>A request with an invalid function name, to which an API responds that the function does not exist.</summary>
    internal static ApiFunction MakeProbe(DialerApi api) =>
        new(api, string.Empty) { Kind = FunctionKind.Query, Shapes = Find(api, CommonName)!.Shapes };

    /// <summary>The function with this name, which must be in the catalog.</summary>
    /// <exception cref="ArgumentException">The catalog has no such function.</exception>
    public static ApiFunction Get(DialerApi api, string name)
        => Find(api, name) ?? throw new ArgumentException($"The {api} API has no function '{name}' in the catalog.", nameof(name));

    /// <summary>A field that every function of an API accepts, such as <c>user</c>.</summary>
    public static ApiParameter GetCommonParameter(DialerApi api, string name)
        => Find(api, CommonName)!.FindParameter(name) ?? throw new ArgumentException($"The {api} API has no parameter '{name}'.", nameof(name));

    /// <summary>The fields that every function of an API accepts.</summary>
    public static IReadOnlyList<ApiParameter> GetCommonParameters(DialerApi api) => Find(api, CommonName)!.Parameters;

    private static string FolderOf(DialerApi api) => api == DialerApi.Agent ? "agent" : "non-agent";

    private static ApiFunction? Load(DialerApi api, string name)
    {
        using Stream? resource = Home.GetManifestResourceStream($"{Prefix}{FolderOf(api)}/{name}.txt");
        if (resource is null)
        {
            return null;
        }

        using var reader = new StreamReader(resource);
        return Parse(api, name, reader);
    }

    /// <summary>Reads the text of one function.</summary>
    /// <exception cref="FormatException">A word or value is unknown. A typing error in the catalog must not go
    /// unnoticed.</exception>
    internal static ApiFunction Parse(DialerApi api, string name, TextReader reader)
    {
        var function = new ApiFunction(api, name) { IsListed = name != CommonName };
        var parameters = new List<ApiParameter>();
        var columns = new List<ApiColumn>();
        var shapes = new List<ResponseShape>();
        var texts = new List<string[]>();
        var gaps = new List<FieldGap>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("#", StringComparison.Ordinal))
            {
                continue;
            }

            string[] part = line.Split('\t');
            switch (part[0])
            {
                case "summary":
                    function.Summary = part[1];
                    break;
                case "kind":
                    function.Kind = ReadKind(part[1]);
                    break;
                case "since":
                    function.Since = BuildStamp.TryParse(part[1], out BuildStamp since) ? since : null;
                    break;
                case "release":
                    function.Release = part[1] == "-" ? string.Empty : part[1];
                    break;
                case "repeat":
                    function.IsRepeatable = part[1] switch { "safe" => true, "unsafe" => false, _ => throw Unknown("repeat", part[1]) };
                    break;
                case "level":
                    function.MinimumLevel = int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case "rights":
                    function.Rights = part[1].Split(',');
                    break;
                case "login":
                    function.NeedsLogin = false;
                    break;
                case "aliases":
                    function.Aliases = part[1].Split(',');
                    break;
                case "send":
                    function.TakesFieldsInAddress = true;
                    function.FindsNamesInLogin = part.Length > 2 && part[2] == "names";
                    break;
                case "empty":
                    function.IsSilentWithoutChange = true;
                    break;
                case "parts":
                    function.Parts = part[1].Split(',');
                    break;
                case "proof":
                    function.Proofs.Add((part[1], part[2].Split(',')));
                    break;
                case "value":
                    function.ValueField = part[1];
                    break;
                case "blank" when part[1].Length == 0:
                    function.ClearsByEmptyValue = true;
                    break;
                case "blank":
                    parameters
                        .Where(parameter => part[1].Split(',').Contains(parameter.Name))
                        .ToList()
                        .ForEach(static parameter => parameter.ClearsByToken = true);
                    break;
                case "gap":
                    gaps.Add(FieldGap.Parse(part));
                    break;
                case "layout":
                    function.Layout = Enum.TryParse(part[1], ignoreCase: true, out ResponseLayout layout) ? layout : throw Unknown("layout", part[1]);
                    function.RowDelimiter = part.Length < 3 ? '\0' : part[2] == "tab" ? '\t' : part[2][0];
                    break;
                case "limit":
                    function.RowLimit = int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case "names":
                    function.Names = new NameRepair(part.Skip(1).ToArray());
                    break;
                case "param":
                    parameters.Add(ReadParameter(part));
                    break;
                case "text":
                    texts.Add(part);
                    break;
                case "column":
                    columns.Add(new ApiColumn(part[1], part[2], part[3], part[4]));
                    break;
                case "success":
                    shapes.Add(new ResponseShape(ResponseKind.Success, default, string.Empty, part[1]));
                    break;
                case "notice":
                    shapes.Add(ReadNotice(part[1].Split(':'), part[2]));
                    break;
                case "error":
                    shapes.Add(new ResponseShape(ResponseKind.Error, ReadErrorKind(part[1]), part[2], part[3]));
                    break;
                default:
                    throw Unknown("word", part[0]);
            }
        }

        function.SetParameters(parameters);
        function.Columns = columns;
        function.Gaps =
        [
            .. gaps,
            .. parameters.Where(static field => field.Since is not null).Select(static field => FieldGap.Before(field.Name, field.Since!.Value)),
        ];
        function.TextLines = name == CommonName ? texts : [.. Find(api, CommonName)!.TextLines, .. texts];
        if (function.Layout == ResponseLayout.None && function.OffersTable)
        {
            function.Layout = ResponseLayout.Table;
        }

        function.Shapes = name == CommonName ? shapes : [.. shapes, .. Find(api, CommonName)!.Shapes];
        return function;
    }

    private static FormatException Unknown(string what, string value) => new($"The catalog has the unknown {what} '{value}'.");

    private static FunctionKind ReadKind(string word) => word switch
    {
        "query" => FunctionKind.Query,
        "mutation" => FunctionKind.Mutation,
        "control" => FunctionKind.Control,
        _ => throw Unknown("kind", word),
    };

    private static ResponseShape ReadNotice(string[] sort, string template) => sort[0] switch
    {
        "info" => new ResponseShape(ResponseKind.Notice, default, string.Empty, template),
        "done" => new ResponseShape(ResponseKind.Notice, default, string.Empty, template, NoticeKind.Done) { Part = PartOf(sort, 1) },
        "nothing" when sort.Length == 1 => new ResponseShape(ResponseKind.Notice, default, string.Empty, template, NoticeKind.Nothing),
        "nothing" => new ResponseShape(ResponseKind.Notice, ReadErrorKind(sort[1]), sort[2], template, NoticeKind.Nothing),
        "refused" => new ResponseShape(ResponseKind.Notice, ReadErrorKind(sort[1]), sort[2], template, NoticeKind.Refused)
        {
            Part = PartOf(sort, 3),
        },
        _ => throw Unknown("notice kind", sort[0]),
    };

    private static string PartOf(string[] sort, int at) => sort.Length > at ? sort[at] : string.Empty;

    private static ApiParameter ReadParameter(string[] part) => new(
        part[1],
        part[2],
        part[3] == "required",
        part[4],
        part[5],
        part[6] == "-" ? [] : part[6].Split(','),
        BuildStamp.TryParse(part[7], out BuildStamp since) ? since : null,
        part[8]);

    private static DialerErrorKind ReadErrorKind(string word) => word switch
    {
        "authentication" => DialerErrorKind.Authentication,
        "locked" => DialerErrorKind.AccountLocked,
        "blocked" => DialerErrorKind.AddressBlocked,
        "permission" => DialerErrorKind.Permission,
        "invalid-argument" => DialerErrorKind.InvalidArgument,
        "not-found" => DialerErrorKind.NotFound,
        "empty" => DialerErrorKind.Empty,
        "conflict" => DialerErrorKind.Conflict,
        "state" => DialerErrorKind.State,
        "limit" => DialerErrorKind.Limit,
        "server" => DialerErrorKind.Server,
        _ => throw Unknown("error category", word),
    };
}
