using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Transport;

/// <summary>
/// The body of one request. The password is put in at the moment of sending and cleared right after; that moment also
/// decides whether a request that failed may have reached the dialer.
/// </summary>
internal sealed class FormBody : HttpContent
{
    private static readonly byte[] PasswordPrefix = FormEncoding.Encode([new("pass", string.Empty)]);
    private static readonly MediaTypeHeaderValue FormType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
    private readonly byte[] _fields;
    private readonly DialerCredential? _credential;
    private readonly int _length;

    public FormBody(byte[] fields, DialerCredential? credential)
    {
        _fields = fields;
        _credential = credential;
        _length = fields.Length + (credential is null ? 0 : 1 + PasswordPrefix.Length + credential.EncodedLength);
        Headers.ContentType = FormType;
    }

    /// <summary>Whether a first byte may have gone out.</summary>
    public bool WasBegun { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var bytes = new byte[_length];
        try
        {
            Buffer.BlockCopy(_fields, 0, bytes, 0, _fields.Length);
            if (_credential is not null)
            {
                int at = _fields.Length;
                bytes[at++] = (byte)'&';
                Buffer.BlockCopy(PasswordPrefix, 0, bytes, at, PasswordPrefix.Length);
                _credential.Encode(bytes, at + PasswordPrefix.Length);
            }

            WasBegun = true;
            await stream.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
        }
        finally
        {
            Array.Clear(bytes, 0, bytes.Length);
        }
    }
}
