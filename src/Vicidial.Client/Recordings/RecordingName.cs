using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Recordings;

/// <summary>
/// Creates file names from a template such as <c>{LeadId}_{User}_{StartTime:yyyyMMdd-HHmmss}</c>. A name is valid on every platform, and no value
/// leads out of the folder.
/// </summary>
public sealed class RecordingName
{
    private const int LongestSegment = 180;
    private const string NotSafe = "<>:\"/\\|?*[]`";
    private static readonly HashSet<string> Devices = MakeDevices();
    private static readonly HashSet<string> MediaEndings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".3gp",
        ".aac",
        ".aif",
        ".aiff",
        ".al",
        ".alaw",
        ".amr",
        ".au",
        ".avi",
        ".flac",
        ".g722",
        ".g729",
        ".gsm",
        ".gsw",
        ".m4a",
        ".m4v",
        ".mka",
        ".mkv",
        ".mov",
        ".mp3",
        ".mp4",
        ".mpeg",
        ".mpg",
        ".oga",
        ".ogg",
        ".ogv",
        ".opus",
        ".pcm",
        ".sln",
        ".sln16",
        ".spx",
        ".ul",
        ".ulaw",
        ".wav",
        ".wav49",
        ".webm",
        ".wma",
        ".wmv",
    };

    private readonly List<Piece> _pieces = [];

    /// <summary>Reads a template.</summary>
    /// <param name="template">Text with properties in braces; <c>/</c> begins a folder, <c>{{</c> is a brace.</param>
    /// <exception cref="DialerException">The text is not a valid template.</exception>
    public RecordingName(string template)
    {
        var text = new StringBuilder();
        for (int at = 0; at < template.Length; at++)
        {
            char c = template[at];
            if (c is '{' or '}' && at + 1 < template.Length && template[at + 1] == c)
            {
                text.Append(c);
                at++;
            }
            else if (c == '{')
            {
                int end = template.IndexOf('}', at);
                string inner = end < 0 ? string.Empty : template.Substring(at + 1, end - at - 1);
                int colon = inner.IndexOf(':');
                string name = (colon < 0 ? inner : inner.Substring(0, colon)).Trim();
                if (name.Length == 0)
                {
                    throw Wrong("A { must be followed by a property and a }. Write {{ or }} for a brace in the name.");
                }

                AddText(text);
                _pieces.Add(new Piece(null, name, colon < 0 ? null : inner.Substring(colon + 1)));
                at = end;
            }
            else if (c is '/' or '\\')
            {
                AddText(text);
                _pieces.Add(Piece.Separator);
            }
            else
            {
                text.Append(c);
            }
        }

        AddText(text);
        if (_pieces.Count == 0 || _pieces[0] == Piece.Separator || _pieces[_pieces.Count - 1] == Piece.Separator)
        {
            throw Wrong("It must name a file in -Path: it cannot be empty, and it cannot begin or end with a separator.");
        }

        Func<string, object?> any = static _ => "x";
        foreach (string segment in Fill(any))
        {
            if (segment is "." or "..")
            {
                throw Wrong("It must not point outside -Path.");
            }
        }
    }

    /// <summary>The path below a folder.</summary>
    /// <param name="folder">The whole path of the folder.</param>
    /// <param name="find">Returns the value of a property; throws if there is none.</param>
    /// <param name="location">
    /// The location of the recording. Its file extension is used if it is that of a sound or a video; otherwise, <c>.bin</c>.
    /// </param>
    public string MakePath(string folder, Func<string, object?> find, Uri location)
    {
        string path = folder;
        foreach (string segment in Fill(find))
        {
            path = Path.Combine(path, MakeSafe(segment));
        }

        return Path.GetFullPath(path + EndingOf(location));
    }

    /// <summary>Turns a text into a name that is valid on every platform.</summary>
    internal static string MakeSafe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            safe.Append(c < ' ' || c == '\u007f' || NotSafe.IndexOf(c) >= 0 || char.IsSurrogate(c) ? '_' : c);
        }

        if (safe.Length > LongestSegment)
        {
            safe.Length = LongestSegment;
        }

        // File systems count bytes.
        while (Encoding.UTF8.GetByteCount(safe.ToString()) > LongestSegment)
        {
            safe.Length--;
        }

        string name = safe.ToString().Trim(' ').TrimEnd('.', ' ');
        int dot = name.IndexOf('.');
        return name.Length == 0 || Devices.Contains((dot < 0 ? name : name.Substring(0, dot)).Trim(' ')) ? "_" + name : name;
    }

    /// <summary>
    /// The file extension if it is that of a sound or a video; otherwise, one that no system runs, because a location can name a program.
    /// </summary>
    private static string EndingOf(Uri location)
    {
        string ending = Path.GetExtension(location.AbsolutePath);
        return MediaEndings.Contains(ending) ? ending : ".bin";
    }

    private static string Format(object? value, string? format)
    {
        if (
            value is string text
            && format is not null
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
        )
        {
            // Values from a file are text, even if they were times before.
            value = time;
        }

        return value switch
        {
            null => string.Empty,
            IFormattable able => able.ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };
    }

    private static DialerException Wrong(string why) =>
        new("InvalidNameTemplate", DialerErrorKind.InvalidArgument, "-NameTemplate cannot be used. " + why);

    private static HashSet<string> MakeDevices()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "CON", "PRN", "AUX", "NUL" };
        for (int i = 0; i <= 9; i++)
        {
            names.Add("COM" + i.ToString(CultureInfo.InvariantCulture));
            names.Add("LPT" + i.ToString(CultureInfo.InvariantCulture));
        }

        return names;
    }

    private void AddText(StringBuilder text)
    {
        if (text.Length > 0)
        {
            _pieces.Add(new Piece(text.ToString(), null, null));
            text.Clear();
        }
    }

    private List<string> Fill(Func<string, object?> find)
    {
        var segments = new List<string>();
        var segment = new StringBuilder();
        foreach (Piece piece in _pieces)
        {
            if (piece == Piece.Separator)
            {
                segments.Add(segment.ToString());
                segment.Clear();
                continue;
            }

            try
            {
                segment.Append(piece.Text ?? Format(find(piece.Property!), piece.Form));
            }
            catch (FormatException)
            {
                throw Wrong($"{piece.Property} does not support the format '{piece.Form}'.");
            }
        }

        segments.Add(segment.ToString());
        return segments;
    }

    private sealed class Piece(string? text, string? property, string? form)
    {
        public static Piece Separator { get; } = new("/", null, null);

        public string? Text { get; } = text;

        public string? Property { get; } = property;

        public string? Form { get; } = form;
    }
}
