using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Requests;
using VicidialPS.Connections;
using VicidialPS.Requests;

namespace VicidialPS.Loads;

/// <summary>What a load knows about the change that it makes for each row.</summary>
internal interface ILoadTarget
{
    /// <summary>The API function.</summary>
    string FunctionName { get; }

    /// <summary>The parameter that identifies a row.</summary>
    string KeyParameter { get; }

    /// <summary>The field with the marks of the load's rows, or null.</summary>
    string? MarkerWireName { get; }

    /// <summary>The value that identifies a row; empty if it has none.</summary>
    string KeyOf(RowRequest row);

    /// <summary>The keys by which the dialer checks for duplicates before the change; empty if it does not check.</summary>
    IReadOnlyCollection<string> GetCheckedKeys(ApiRequest request);

    /// <summary>The ID in a result, if the dialer returned one.</summary>
    string? NameResult(object result);

    /// <summary>Whether a column of the input holds passwords.</summary>
    bool IsSecretColumn(string column);

    /// <summary>Finds out whether an earlier run has already made the change.</summary>
    /// <exception cref="DialerException">The outcome cannot be looked up.</exception>
    Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    );
}
