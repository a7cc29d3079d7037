using System.Net.Sockets;

namespace Vicidial.Http;

/// <summary>A plain connection.</summary>
internal sealed class SocketTransport(Socket socket) : ITransport
{
    public Task<int> ReadAsync(byte[] buffer, int offset, int count) =>
        socket.ReceiveAsync(new ArraySegment<byte>(buffer, offset, count), SocketFlags.None);

    public async Task WriteAsync(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            int sent = await socket.SendAsync(new ArraySegment<byte>(buffer, offset, count), SocketFlags.None).ConfigureAwait(false);
            offset += sent;
            count -= sent;
        }
    }

    public Task EndWritingAsync()
    {
        socket.Shutdown(SocketShutdown.Send);
        return Task.CompletedTask;
    }

    public void Dispose() => socket.Dispose();
}
