namespace VicidialPS.Requests;

/// <summary>Sends a row and reads the response. Errors are outcomes, not exceptions.</summary>
internal delegate Task<RequestOutcome> RowSender(RowRequest row, CancellationToken cancellationToken);
