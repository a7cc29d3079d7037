using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Events;

/// <summary>Makes URLs for the settings of a dialer, and rejects what one of its senders would drop, damage, or run.</summary>
public static class EventUrlBuilder
{
    /// <summary>The longest text that the API accepts.</summary>
    private const int LongestUrl = 65_000;
    private const int LongestAdminUrl = 5_000;
    private const int LongestAgentUrl = 1_000;
    private const int ShortestGoodSecret = 16;

    /// <summary>What separates the parts of a header in the URL of get2post.php.</summary>
    private const string HeaderMark = "---";

    /// <summary>The fields that get2post.php uses itself, wherever they are in its URL.</summary>
    private static readonly string[] RelayFields = ["uniqueid", "type", "headers", "HTTPURLTOPOST", "HTTPSURLTOPOST"];

    /// <summary>The headers that get2post.php writes itself, and those that would change the request.</summary>
    private static readonly string[] OwnHeaders =
    [
        "Host", "User-Agent", "Accept", "Content-Length", "Content-Type", "Transfer-Encoding", "Connection", "Expect",
    ];

    /// <summary>Checks that no sender changes a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <exception cref="DialerException">A sender would change it. The message does not contain it.</exception>
    public static void CheckSecret(string secret)
    {
        if (secret is null)
        {
            throw new ArgumentNullException(nameof(secret));
        }

        if (secret.Length == 0 || !secret.All(IsSafe))
        {
            throw Reject(
                "EventSecretInvalid", "A secret can have only letters, digits, '-', '_', and '.': the dialer drops or misreads other characters.");
        }

        if (secret.All(static character => character == '.') || EventCatalog.FindWord(secret) is not null)
        {
            throw Reject("EventSecretInvalid", "The secret is a word with a special meaning in a path.");
        }

        if (FindReserved(secret) is not null)
        {
            throw Reject("EventSecretInvalid", "The secret contains a word that the dialer processes in a special way.");
        }
    }

    /// <summary>The variables that a URL of a kind can have.</summary>
    /// <param name="info">The kind.</param>
    /// <returns>The variables, without those that a URL must not have.</returns>
    public static IEnumerable<EventVariable> AllowedFields(EventKindInfo info) =>
        (info ?? throw new ArgumentNullException(nameof(info))).Variables
            .Where(static variable => variable.Encoding != EventEncoding.Shell && EventCatalog.WhyNever(variable.Name) is null);

    /// <summary>Makes a URL.</summary>
    /// <param name="options">The parts of the URL.</param>
    /// <returns>The URL, with the places to set it and things to be aware of.</returns>
    /// <exception cref="DialerException">Something in it would be dropped, damaged, or run by a sender.</exception>
    public static EventUrl Build(EventUrlOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        EventKindInfo info = EventCatalog.Find(options.Kind)
            ?? throw Reject("EventKindUnknown", $"There is no URL for events of the kind {options.Kind}.");
        string address = AddressOf(options, info);
        var notes = new List<string>();
        List<string> fields = ChooseFields(options, info, notes);
        string query = Query(options, info, fields);
        string url = info.Sender != EventSender.AgentScreen ? $"{options.BaseUri!.Scheme}://{address}?{query}"
            : options.IsDirect ? $"//{address}?{query}"
            : $"get2post.php?uniqueid=--A--epoch--B--.--A--agent_log_id--B--&type=event{Headers(options)}"
                + $"&{(IsHttps(options) ? "HTTPSURLTOPOST" : "HTTPURLTOPOST")}={address}?{query}";
        if (options.Headers.Count > 0 && (info.Sender != EventSender.AgentScreen || options.IsDirect))
        {
            throw Reject("EventHeaderRejected", info.Kind == EventKind.CallMenu
                ? "Write a header into the settings container, as a line '; POST-HEADER=Name: value' before the URL."
                : "Only get2post.php sends headers, with events of the kind AgentEvent.");
        }

        Check(url, info);
        AddNotes(options, info, url, notes);
        return new EventUrl(url, info, fields, notes);
    }

    private static bool IsHttps(EventUrlOptions options) => options.BaseUri!.Scheme == Uri.UriSchemeHttps;

    private static string AddressOf(EventUrlOptions options, EventKindInfo info)
    {
        Uri? address = options.BaseUri;
        if (address is null || !address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw Reject("EventAddressInvalid", "BaseUri must be an absolute http:// or https:// address.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Reject("EventAddressInvalid", "BaseUri must not have a user name or password. Use -Secret.");
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw Reject("EventAddressInvalid", "BaseUri must not have a query or fragment. Use -Literal for fixed fields.");
        }

        string path = address.AbsolutePath.TrimEnd('/');
        if (!address.Host.All(IsSafe) || !path.All(static character => IsSafe(character) || character == '/'))
        {
            throw Reject(
                "EventAddressInvalid",
                "The dialer would drop or misread a character of BaseUri. Its host and path can have letters, digits, '-', '_', and '.'.");
        }

        // Agent screens remove the colon, so the port would become part of the host.
        if (info.Sender == EventSender.AgentScreen && !address.IsDefaultPort)
        {
            throw Reject(
                "EventAddressInvalid",
                "An Agent Push URL cannot have a port: agent screens remove the colon. "
                + $"Put a proxy on port {(IsHttps(options) ? 443 : 80)} in front of the receiver.");
        }

        if (options.Secret.Length > 0)
        {
            CheckSecret(options.Secret);
            path += "/" + options.Secret;
        }

        return $"{address.Authority}{(path.Length == 0 ? "/" : path)}";
    }

    private static string Headers(EventUrlOptions options) => options.Headers.Count == 0
        ? string.Empty
        : "&headers=" + string.Join(HeaderMark + "--", options.Headers.Select(static header => Header(header.Key, header.Value)));

    private static string Header(string name, string value)
    {
        bool isName = name.Length > 0 && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
        if (!isName || OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Reject("EventHeaderRejected", $"get2post.php cannot send the header '{name}'.");
        }

        // Three hyphens separate names and values, and a hyphen at the end of a text would be read as part of the separator.
        bool isSafe = value.Length > 0 && value.All(static character => IsSafe(character) || character is '=' or ' ');
        if (!isSafe || new[] { name, value }.Any(static text => text.Contains(HeaderMark) || text.StartsWith("-") || text.EndsWith("-")))
        {
            // The value can be a secret.
            throw Reject(
                "EventHeaderRejected",
                $"The header {name} can have only letters, digits, '-', '_', '.', '=', and spaces, and no '-' at an end or three in a row.");
        }

        return $"{name}{HeaderMark}{value.Replace(" ", "%20")}";
    }

    private static List<string> ChooseFields(EventUrlOptions options, EventKindInfo info, List<string> notes)
    {
        var chosen = new List<string>();
        foreach (string field in options.Fields.Count > 0 ? options.Fields : info.DefaultFields)
        {
            if (EventCatalog.WhyNever(field) is { } why)
            {
                throw Reject("EventFieldRejected", $"The field {field} must not be in a URL. {why}");
            }

            EventVariable variable = info.FindVariable(field)
                ?? throw Reject(
                    "EventFieldUnknown",
                    $"Events of the kind {info.Kind} have no field {field}. Use -CustomField for a custom field of a list."
                );
            if (variable.Encoding == EventEncoding.Shell)
            {
                throw Reject(
                    "EventFieldRejected",
                    $"The field {field} must not be in a URL of the kind {info.Kind}: the dialer passes it unquoted through a shell, "
                    + "so a name or comment from outside would run there. Read it with Get-VicidialLead instead.");
            }

            if (variable.Encoding == EventEncoding.Raw)
            {
                notes.Add($"The field {field} is not encoded: a space, & or # in its value damages the request.");
            }

            if (!chosen.Contains(variable.Name))
            {
                chosen.Add(variable.Name);
            }
        }

        foreach (string field in options.CustomFields)
        {
            AddCustomField(info, field, chosen, notes);
        }

        // An unencoded message at the end cannot damage other fields.
        if (chosen.Remove("message"))
        {
            chosen.Add("message");
        }

        return chosen;
    }

    private static void AddCustomField(EventKindInfo info, string field, List<string> chosen, List<string> notes)
    {
        if (info.Kind is not (EventKind.Disposition or EventKind.CallStart or EventKind.ApiLeadAdded))
        {
            throw Reject("EventFieldUnknown", $"The dialer does not send custom fields in events of the kind {info.Kind}.");
        }

        if (!IsName(field) || EventCatalog.WhyNever(field) is not null)
        {
            throw Reject("EventFieldRejected", $"'{field}' cannot be the name of a custom field.");
        }

        if (info.FindVariable(field) is null && !chosen.Contains(field))
        {
            chosen.Add(field);
            notes.Add($"The custom field {field} is missing in events of leads without custom data.");
        }
    }

    private static string Query(EventUrlOptions options, EventKindInfo info, List<string> fields)
    {
        var query = new List<string> { $"kind={info.Name}" };
        if (options.ConnectionName.Length > 0)
        {
            query.Add(Literal(info, EventParser.ConnectionField, options.ConnectionName));
        }

        bool isOfGroup = info.Kind is EventKind.CallsWaiting or EventKind.CallsWaitingEnd;
        if (isOfGroup != options.InGroupId.Length > 0)
        {
            throw Reject(
                "EventGroupMissing",
                isOfGroup
                    ? $"Events of the kind {info.Kind} do not contain the in-group. Use -InGroupId."
                    : "-InGroupId is for CallsWaiting and CallsWaitingEnd only.");
        }

        if (isOfGroup)
        {
            query.Add(Literal(info, "group", options.InGroupId));
        }

        if (info.Sender == EventSender.AgentScreen && !options.IsDirect
            && options.Literals.FirstOrDefault(static pair => RelayFields.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Key is { } taken)
        {
            throw Reject("EventLiteralRejected", $"get2post.php takes the field {taken} for itself. Give the fixed field another name.");
        }

        query.AddRange(options.Literals.Select(pair => Literal(info, pair.Key, pair.Value)));
        query.AddRange(fields.Select(static field => $"{field}=--A--{field}--B--"));
        return string.Join("&", query);
    }

    private static string Literal(EventKindInfo info, string name, string value)
    {
        if (!IsName(name))
        {
            throw Reject("EventLiteralRejected", $"'{name}' cannot be the name of a field. Use letters, digits, and '_'.");
        }

        if (info.FindVariable(name) is not null && name != "group")
        {
            throw Reject("EventLiteralRejected", $"{name} is the name of a variable. Give the fixed field another name.");
        }

        if (info.Sender == EventSender.AgentScreen && !value.All(IsSafe))
        {
            throw Reject("EventLiteralRejected", $"In an Agent Push URL, the text of {name} can have only letters, digits, '-', '_', and '.'.");
        }

        return $"{name}={Encode(value)}";
    }

    private static string Encode(string value)
    {
        var text = new StringBuilder();
        foreach (byte character in Encoding.UTF8.GetBytes(value))
        {
            if (IsSafe((char)character))
            {
                text.Append((char)character);
            }
            else
            {
                text.Append('%').Append(character.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private static void Check(string url, EventKindInfo info)
    {
        if (FindReserved(url) is { } reserved)
        {
            throw Reject("EventLiteralRejected", $"The dialer processes the word {reserved} in a URL in a special way.");
        }

        int limit = info.Sender == EventSender.AgentScreen ? LongestAgentUrl : LongestUrl;
        if (url.Length > limit)
        {
            throw Reject("EventUrlTooLong", $"The URL has {url.Length} characters, but the dialer accepts only {limit}. Leave fields out.");
        }
    }

    private static string? FindReserved(string text) =>
        EventCatalog.ReservedWords.FirstOrDefault(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static void AddNotes(EventUrlOptions options, EventKindInfo info, string url, List<string> notes)
    {
        bool isChecked = info.Sender != EventSender.Shell;
        if (!IsHttps(options))
        {
            notes.Add("Without TLS, the data and the secret cross the network unencrypted.");
        }
        else if (isChecked)
        {
            notes.Add("The sender checks the certificate: it must be trusted there and name this host. With a self-signed one, no events arrive.");
        }
        else
        {
            notes.Add("The sender does not check the certificate (2.10-69 does).");
        }

        if (options.Secret.Length == 0)
        {
            notes.Add("Without a secret, anyone who can reach the receiver can send events.");
        }
        else
        {
            notes.Add("The dialer keeps the URL with its secret in its logs. Replace the secret from time to time.");
            if (options.Secret.Length < ShortestGoodSecret)
            {
                notes.Add($"The secret is short. Use {ShortestGoodSecret} characters or more.");
            }
        }

        if (info.ApiFunctions.Count == 0)
        {
            notes.Add("The API cannot set this URL: use the admin page.");
        }
        else if (!info.ApiFunctions.Contains("update_campaign"))
        {
            notes.Add("The API can only add this URL as an alternate URL of a campaign, after an administrator has set its field to ALT.");
        }

        if (info.Sender == EventSender.AgentScreen && !options.IsDirect)
        {
            notes.Add("get2post.php is in the dialer's extras folder, not installed by default. Anyone who can reach it can send through it.");
            if (options.Headers.Count > 0)
            {
                notes.Add("Every agent can read the headers in the page of the agent screen.");
            }
        }

        if (url.Length > LongestAdminUrl)
        {
            notes.Add($"The URL has {url.Length} characters. Admin pages accept {LongestAdminUrl} (2.10-69: 2,000).");
        }
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsSafe(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';

    private static DialerException Reject(string errorId, string cause) => new(errorId, DialerErrorKind.InvalidArgument, cause);
}
