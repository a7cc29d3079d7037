using System;
using System.Threading.Tasks;

namespace Vicidial.Http;

/// <summary>The bytes of one connection, plain or through TLS.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>Reads what has come; 0 at the end.</summary>
    Task<int> ReadAsync(byte[] buffer, int offset, int count);

    /// <summary>Writes all of it.</summary>
    Task WriteAsync(byte[] buffer, int offset, int count);

    /// <summary>Says that no more will be written; what the client still sends can be read.</summary>
    Task EndWritingAsync();
}
