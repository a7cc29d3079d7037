using System.Net;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Transport;

/// <summary>
/// The body of one request. The password is put in at the moment of sending and cleared right after; that moment also
/// decides whether a request that failed may have reached the dialer.
/// </summary>
internal sealed class FormBody : HttpContent
{
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly byte[] PasswordPrefix = FormEncoding.Encode([new("pass", string.Empty)]);
    private readonly byte[] _bytes;
    private readonly int _passwordAt;
    private readonly int _passwordLength;
    private readonly DialerCredential? _credential;

    /// <summary>Takes over the fields. The array must not be used afterward.</summary>
    /// <param name="fields">The fields, with a gap for the password.</param>
    /// <param name="passwordAt">The position of the gap; -1 if the request has no login.</param>
    /// <param name="credential">The account.</param>
    public FormBody(byte[] fields, int passwordAt, DialerCredential credential)
    {
        _passwordAt = passwordAt;
        _credential = passwordAt < 0 ? null : credential;
        _passwordLength = passwordAt < 0 ? 0 : LengthOfPassword(credential);
        _bytes = fields;

        // As text, because the platform would read a parsed value back into text for each request.
        Headers.TryAddWithoutValidation("Content-Type", FormType);
    }

    /// <summary>The size of the gap that the password field needs, including the ampersand before it.</summary>
    public static int LengthOfPassword(DialerCredential credential) => 1 + PasswordPrefix.Length + credential.EncodedLength;

    /// <summary>Whether the first byte may have been sent.</summary>
    public bool WasBegun { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        try
        {
            if (_credential is not null)
            {
                int at = _passwordAt;
                _bytes[at++] = (byte)'&';
                Buffer.BlockCopy(PasswordPrefix, 0, _bytes, at, PasswordPrefix.Length);
                _credential.Encode(_bytes, at + PasswordPrefix.Length);
            }

            WasBegun = true;
            await stream.WriteAsync(_bytes, 0, _bytes.Length).ConfigureAwait(false);
        }
        finally
        {
            Array.Clear(_bytes, Math.Max(_passwordAt, 0), _passwordLength);
        }
    }
}
