using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Simulator.Faults;

namespace Vicidial.Simulator.Hosting;

/// <summary>Serves one connection, one request after the other, until either side ends it.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int LargestJoined = 64 * 1024;
    private const int LargestDrained = 1024 * 1024;

    /// <summary>A reset may overtake bytes that the client has not read yet: the headers get this start.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(20);

    private readonly Socket _socket;
    private readonly IRequestHandler _handler;
    private readonly FaultPlan _faults;
    private readonly IRequestObserver? _observer;
    private readonly CancellationToken _stopping;
    private byte[] _output = new byte[1024];

    public HttpConnection(Socket socket, IRequestHandler handler, FaultPlan faults, IRequestObserver? observer, CancellationToken stopping)
    {
        _socket = socket;
        _handler = handler;
        _faults = faults;
        _observer = observer;
        _stopping = stopping;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Runs until the connection ends; a client that leaves at any moment is no error.</summary>
    public async Task RunAsync()
    {
        try
        {
            _socket.NoDelay = true;
            string address = _socket.RemoteEndPoint is IPEndPoint remote ? remote.Address.ToString() : string.Empty;
            var reader = new HttpRequestReader(_socket, address);
            while (await ServeNextAsync(reader).ConfigureAwait(false))
            {
                _stopping.ThrowIfCancellationRequested();
            }

            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client or the host has ended the connection.
        }
        finally
        {
            _socket.Dispose();
        }
    }

    private async Task<bool> ServeNextAsync(HttpRequestReader reader)
    {
        HttpRequest? read;
        try
        {
            read = await reader.ReadAsync().ConfigureAwait(false);
        }
        catch (BadRequestException bad)
        {
            await SendAsync(bad.Response, keepAlive: false, withBody: true).ConfigureAwait(false);
            await DrainAsync().ConfigureAwait(false);
            return false;
        }

        return read is HttpRequest request && await AnswerAsync(request.Content, request.KeepAlive).ConfigureAwait(false);
    }

    private async Task<bool> AnswerAsync(SimulatorRequest request, bool keepAlive)
    {
        FaultDecision decision = request.Api == DialerApi.None && !request.IsForRecording ? default : _faults.Take(request.Function);
        Fault? fault = decision.Fault;
        SimulatorResponse? response = Work(request, fault);
        bool isSilent = fault?.Kind is FaultKind.DropBeforeWork or FaultKind.DropAfterWork;
        _observer?.Observe(request, isSilent ? null : response, decision.Name);
        if (decision.Latency > TimeSpan.Zero)
        {
            await Task.Delay(decision.Latency, _stopping).ConfigureAwait(false);
        }

        if (isSilent || response is null)
        {
            Reset();
            return false;
        }

        switch (fault?.Kind)
        {
            case FaultKind.CutReply:
                await SendPartAsync(response, fault.CutAfterBytes).ConfigureAwait(false);
                return false;
            case FaultKind.ResetAfterHeaders:
                await SendPartAsync(response, 0).ConfigureAwait(false);
                await Task.Delay(fault.Delay > TimeSpan.Zero ? fault.Delay : HeadStart, _stopping).ConfigureAwait(false);
                Reset();
                return false;
            case FaultKind.Stall:
                await SilenceAsync(fault.Delay).ConfigureAwait(false);
                break;
            case FaultKind.StallBody:
                int half = response.Body.Length / 2;
                await SendPartAsync(response, half).ConfigureAwait(false);
                await SilenceAsync(fault.Delay).ConfigureAwait(false);
                await SendAllAsync(response.Body, half, response.Body.Length - half).ConfigureAwait(false);
                return false;
            default:
                break;
        }

        await SendAsync(response, keepAlive, request.Method != "HEAD").ConfigureAwait(false);
        return keepAlive;
    }

    private SimulatorResponse? Work(SimulatorRequest request, Fault? fault)
    {
        if (fault is null)
        {
            return Handle(request);
        }

        if (fault.DoesWork)
        {
            return FaultResponse.Bend(fault, Handle(request));
        }

        return fault.Kind == FaultKind.DropBeforeWork ? null : FaultResponse.Instead(fault);
    }

    private SimulatorResponse Handle(SimulatorRequest request)
    {
#pragma warning disable CA1031 // Like a web server: what goes wrong in a script is status 500, never the end of the host.
        try
        {
            return _handler.Handle(request);
        }
        catch (Exception failure)
        {
            return SimulatorResponse.Text($"The simulator failed: {failure.GetType().Name}: {failure.Message}\n", 500);
        }
#pragma warning restore CA1031
    }

    /// <summary>Takes what the client still sends: closing with bytes unread would reset the connection and could cost it the response.</summary>
    private async Task DrainAsync()
    {
        _socket.Shutdown(SocketShutdown.Send);
        int left = LargestDrained;
        int received;
        do
        {
            received = await _socket.ReceiveAsync(new ArraySegment<byte>(_output), SocketFlags.None).ConfigureAwait(false);
            left -= received;
        }
        while (received > 0 && left > 0);
    }

    private Task SilenceAsync(TimeSpan delay) => Task.Delay(delay > TimeSpan.Zero ? delay : Timeout.InfiniteTimeSpan, _stopping);

    private void Reset()
    {
        // Lingering for no time makes Close send a reset instead of an orderly end.
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    private async Task SendPartAsync(SimulatorResponse response, int bodyBytes)
    {
        int head = ResponseHead.Write(response, keepAlive: false, ref _output);
        await SendAllAsync(_output, 0, head).ConfigureAwait(false);
        await SendAllAsync(response.Body, 0, Math.Min(bodyBytes, response.Body.Length)).ConfigureAwait(false);
    }

    private async Task SendAsync(SimulatorResponse response, bool keepAlive, bool withBody)
    {
        int head = ResponseHead.Write(response, keepAlive, ref _output);
        int body = withBody ? response.Body.Length : 0;
        if (head + body > LargestJoined)
        {
            await SendAllAsync(_output, 0, head).ConfigureAwait(false);
            await SendAllAsync(response.Body, 0, body).ConfigureAwait(false);
            return;
        }

        if (_output.Length < head + body)
        {
            Array.Resize(ref _output, Math.Max(head + body, _output.Length * 2));
        }

        Buffer.BlockCopy(response.Body, 0, _output, head, body);
        await SendAllAsync(_output, 0, head + body).ConfigureAwait(false);
    }

    private async Task SendAllAsync(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            int sent = await _socket.SendAsync(new ArraySegment<byte>(buffer, offset, count), SocketFlags.None).ConfigureAwait(false);
            offset += sent;
            count -= sent;
        }
    }
}
