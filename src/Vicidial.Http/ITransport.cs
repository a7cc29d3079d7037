namespace Vicidial.Http;

/// <summary>The bytes of one connection, plain or through TLS.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>Reads the available data; 0 at the end.</summary>
    Task<int> ReadAsync(byte[] buffer, int offset, int count);

    /// <summary>Writes all of the data.</summary>
    Task WriteAsync(byte[] buffer, int offset, int count);

    /// <summary>Announces that nothing more will be written. Data from the client can still be read.</summary>
    Task EndWritingAsync();
}
