using System.Collections.Concurrent;
using System.Net;

namespace Vicidial.Client.Recordings;

/// <summary>
/// The login for hosts of recordings that require one. It is sent only to hosts that the user has named, over https unless the user allows otherwise,
/// and not again to a host that has rejected it.
/// </summary>
internal sealed class RecordingLogin : ICredentials
{
    private readonly NetworkCredential? _credential;
    private readonly RecordingHosts _hosts;
    private readonly bool _allowUnencrypted;
    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.OrdinalIgnoreCase);

    public RecordingLogin(NetworkCredential? credential, RecordingHosts hosts, bool allowUnencrypted)
    {
        _credential = credential;
        _hosts = hosts;
        _allowUnencrypted = allowUnencrypted;
    }

    public bool IsGiven => _credential is not null;

    public bool WasRefused(Uri address) => _refused.ContainsKey(address.Authority);

    public void NoteRefusal(Uri address) => _refused[address.Authority] = true;

    /// <summary>Whether the login may cross the network to this address.</summary>
    public bool IsProtected(Uri address) => _allowUnencrypted || address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;

    public bool MayShow(Uri address) => IsGiven && _hosts.IsNamedByUser(address) && IsProtected(address) && !WasRefused(address);

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        // Other ways to log in would show the account that this process runs under.
        bool isPlain =
            string.Equals(authType, "Basic", StringComparison.OrdinalIgnoreCase)
            || string.Equals(authType, "Digest", StringComparison.OrdinalIgnoreCase);
        return isPlain && MayShow(uri) ? _credential : null;
    }
}
