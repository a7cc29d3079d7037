using Vicidial.Simulator.Hosting;

namespace Vicidial.Testing;

/// <summary>The captures in the folder of this assembly.</summary>
public static class Captures
{
    /// <summary>The folder with one folder for each generation.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(typeof(Captures).Assembly.Location)!, "Captures");

    /// <summary>The generations that were recorded.</summary>
    public static IReadOnlyList<string> Generations =>
        Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToList();

    /// <summary>The captures of one function, in the order in which they ran on one dialer.</summary>
    public static IReadOnlyList<Capture> Load(string generation, DialerApi api, string function) =>
        LoadFile(FileOf(generation, ApiName(api), function));

    /// <summary>The same with the API's name as it is written in a capture.</summary>
    public static IReadOnlyList<Capture> Load(string generation, string api, string function) =>
        LoadFile(FileOf(generation, api, function));

    /// <summary>All captures, or those of one generation.</summary>
    public static IEnumerable<Capture> All(string? generation = null) =>
        from folder in generation is null ? Generations : [generation]
        from file in Directory.GetFiles(Path.Combine(Folder, folder), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from capture in LoadFile(file)
        select capture;

    /// <summary>One capture by its ID, such as <c>non-agent/add_lead/031</c>.</summary>
    public static Capture Find(string generation, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        string[] parts = id.Split('/');
        return parts.Length == 3 && Load(generation, parts[0], parts[1]).FirstOrDefault(capture => capture.Id == id) is Capture found
            ? found
            : throw new ArgumentException($"There is no capture {id} of {generation}.", nameof(id));
    }

    /// <summary>The path of a file with captures.</summary>
    public static string FileOf(string generation, string api, string function) => Path.Combine(Folder, generation, api, function + ".jsonl");

    /// <summary>The captures in a file.</summary>
    public static IReadOnlyList<Capture> LoadFile(string path)
    {
        string generation = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path)))) ?? string.Empty;
        return File.ReadLines(path).Where(line => line.Length > 0).Select(line => Capture.Parse(line, generation)).ToList();
    }

    private static string ApiName(DialerApi api) => api switch
    {
        DialerApi.NonAgent => "non-agent",
        DialerApi.Agent => "agent",
        _ => throw new ArgumentOutOfRangeException(nameof(api), api, "Captures are of one API or the other."),
    };
}
