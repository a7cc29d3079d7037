using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Recordings;

/// <summary>
/// A host that a user allows. <c>*</c> matches any characters; a port allows only that port. A pattern of digits, such as <c>192.168.*</c>, matches
/// only addresses, and not a name that someone else could register, such as 192.168.evil.test.
/// </summary>
internal sealed class HostPattern
{
    private readonly string _host;
    private readonly string? _port;
    private readonly bool _isAddress;

    private HostPattern(string host, string? port)
    {
        _host = host;
        _port = port;
        _isAddress = host.StartsWith("[", StringComparison.Ordinal)
            || (host.Any(char.IsDigit) && host.All(static c => char.IsAsciiDigit(c) || c is '.' or '*'));
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="DialerException">The text is not a valid pattern.</exception>
    public static HostPattern Parse(string pattern)
    {
        string text = pattern.Trim();
        if (text.Length == 0 || text.IndexOfAny(['/', '@', ' ']) >= 0)
        {
            throw new DialerException(
                "InvalidHost",
                DialerErrorKind.InvalidArgument,
                $"'{text}' is not a host. Use a name or address without http://, and add the port if it is not the default."
            );
        }

        int colon = text.LastIndexOf(':');
        bool hasPort = colon > 0 && text.LastIndexOf(']') < colon && text.IndexOf(':') is { } first && (first == colon || text[0] == '[');
        return hasPort ? new HostPattern(text.Substring(0, colon), text.Substring(colon + 1)) : new HostPattern(text, null);
    }

    /// <summary>Whether the pattern matches the host of an address.</summary>
    public bool Matches(Uri address)
        => (!_isAddress || address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            && IsMatch(_host, address.Host)
            && (_port is null || IsMatch(_port, address.Port.ToString(CultureInfo.InvariantCulture)));

    private static bool IsMatch(string pattern, string text)
    {
        // After a difference, only the last * can match one more character, so no text makes this slow.
        int star = -1;
        int taken = 0;
        int at = 0;
        for (int i = 0; i < text.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                taken = i;
            }
            else if (at < pattern.Length && char.ToUpperInvariant(pattern[at]) == char.ToUpperInvariant(text[i]))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                i = ++taken;
            }
            else
            {
                return false;
            }
        }

        return pattern.Substring(at).All(static c => c == '*');
    }
}
