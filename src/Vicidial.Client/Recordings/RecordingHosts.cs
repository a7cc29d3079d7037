using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Recordings;

/// <summary>
/// Which hosts get requests for recordings. The dialer's database decides where requests go, so a user can restrict the hosts, and only hosts that
/// the user has named ever get a login.
/// </summary>
public sealed class RecordingHosts
{
    private readonly HostPattern[]? _allowed;
    private readonly Dictionary<string, (string? Scheme, string Authority)> _map = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _targets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the rules.</summary>
    /// <param name="allowed">
    /// The hosts that get requests, with <c>*</c> for any characters; null for those that a dialer names. A pattern of digits matches addresses only.
    /// </param>
    /// <param name="map">Other hosts in place of those that a dialer names, such as a public name for an internal address.</param>
    /// <exception cref="DialerException">A host is not valid.</exception>
    public RecordingHosts(IEnumerable<string>? allowed = null, IEnumerable<KeyValuePair<string, string>>? map = null)
    {
        _allowed = allowed?.Select(HostPattern.Parse).ToArray();
        foreach (KeyValuePair<string, string> pair in map ?? [])
        {
            (string? Scheme, string Authority) target = ReadTarget(pair.Value);
            _map[pair.Key.Trim()] = target;
            _targets.Add(target.Authority);
        }
    }

    /// <summary>Finds the address to request a recording from.</summary>
    /// <param name="location">The location of the recording.</param>
    /// <param name="isNamedByDialer">Whether the location is from a dialer, and not from a file.</param>
    /// <exception cref="DialerException">Nothing may be sent there.</exception>
    public Uri Resolve(Uri location, bool isNamedByDialer)
    {
        if (!location.IsAbsoluteUri || (location.Scheme != Uri.UriSchemeHttp && location.Scheme != Uri.UriSchemeHttps) || location.Host.Length == 0)
        {
            throw new DialerException(
                "InvalidRecordingLocation",
                DialerErrorKind.InvalidArgument,
                "The location of the recording is not a web address. It must begin with http:// or https://."
            );
        }

        if (Map(location) is { } other)
        {
            return other;
        }

        Uri bare = WithoutAccount(location);
        if (_allowed is null ? isNamedByDialer : IsAllowed(bare))
        {
            return bare;
        }

        throw new DialerException("RecordingHostNotAllowed", DialerErrorKind.Permission, _allowed is null
            ? $"No dialer in this session has named the host {AuthorityOf(bare)}, so nothing was sent there."
            : $"The host {AuthorityOf(bare)} is not in -AllowedHost, so nothing was sent there.");
    }

    /// <summary>Whether the user, and not only a dialer, has named the host of an address.</summary>
    public bool IsNamedByUser(Uri address) => _targets.Contains(AuthorityOf(address)) || IsAllowed(address);

    /// <summary>The address to follow for a redirect: on the same host or on a host that the user has named, and not from https to http.</summary>
    /// <returns>The address; null if nothing may be sent.</returns>
    internal Uri? Follow(Uri from, Uri to)
    {
        bool isSameHost = string.Equals(from.Host, to.Host, StringComparison.OrdinalIgnoreCase);
        bool isSameDoor = from.Scheme == to.Scheme && from.Port == to.Port;
        if (isSameHost && (isSameDoor || (from.Scheme == Uri.UriSchemeHttp && to.Scheme == Uri.UriSchemeHttps && to.IsDefaultPort)))
        {
            return to;
        }

        if (to.Scheme != Uri.UriSchemeHttp && to.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        Uri? next = Map(to) ?? (IsNamedByUser(to) ? WithoutAccount(to) : null);
        return from.Scheme == Uri.UriSchemeHttps && next?.Scheme != Uri.UriSchemeHttps ? null : next;
    }

    /// <summary>The host, with the port if it is not the default, and never with an account.</summary>
    internal static string AuthorityOf(Uri address) =>
        address.IsDefaultPort ? address.Host : address.Host + ":" + address.Port.ToString(CultureInfo.InvariantCulture);

    // An account in an address would be sent to the host that the address names.
    private static Uri WithoutAccount(Uri address) => new($"{address.Scheme}://{AuthorityOf(address)}{address.PathAndQuery}");

    private static (string? Scheme, string Authority) ReadTarget(string text)
    {
        bool isWhole = text.IndexOf("://", StringComparison.Ordinal) >= 0;
        if (Uri.TryCreate(isWhole ? text : "http://" + text, UriKind.Absolute, out Uri? address) && address.Host.Length > 0
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.PathAndQuery == "/" && address.UserInfo.Length == 0)
        {
            return (isWhole ? address.Scheme : null, AuthorityOf(address));
        }

        // The text is not repeated: it may hold a password.
        throw new DialerException(
            "InvalidHost",
            DialerErrorKind.InvalidArgument,
            "A value of -HostMap is not a host. Use a name or address without a path, and add http://, https://, or a port only to change it."
        );
    }

    private Uri? Map(Uri address)
        => _map.TryGetValue(AuthorityOf(address), out (string? Scheme, string Authority) target) || _map.TryGetValue(address.Host, out target)
            ? new Uri($"{target.Scheme ?? address.Scheme}://{target.Authority}{address.PathAndQuery}")
            : null;

    private bool IsAllowed(Uri address) => _allowed is not null && Array.Exists(_allowed, pattern => pattern.Matches(address));
}
