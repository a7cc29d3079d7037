using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>What a cmdlet does for each row, and asks and writes about it.</summary>
internal interface IRowTarget
{
    /// <summary>Whether the user agrees to a request. On the pipeline thread.</summary>
    bool IsAgreed(RowRequest row);

    /// <summary>What a request changes. Requests to one dialer for one thing are made in the order of the input.</summary>
    IReadOnlyCollection<string> GetTurnKeys(ApiRequest request);

    /// <summary>Makes a request with what belongs to it, on any thread.</summary>
    Task<object?> InvokeAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken);

    /// <summary>Tells what a result says beside itself. On the pipeline thread.</summary>
    void WriteNotices(object result);
}
