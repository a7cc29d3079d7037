using System.Threading;
using System.Threading.Tasks;

namespace VicidialPS.Requests;

/// <summary>Sends a row and reads the response. Failures are outcomes.</summary>
internal delegate Task<RequestOutcome> RowSender(RowRequest row, CancellationToken cancellationToken);
