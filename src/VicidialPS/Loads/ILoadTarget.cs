using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Requests;
using VicidialPS.Connections;
using VicidialPS.Requests;

namespace VicidialPS.Loads;

/// <summary>What a load needs to know of the change that it makes for each row.</summary>
internal interface ILoadTarget
{
    /// <summary>The API function.</summary>
    string FunctionName { get; }

    /// <summary>The parameter by which a reader knows a row again.</summary>
    string KeyParameter { get; }

    /// <summary>The field in which a load marks its rows, or null.</summary>
    string? MarkerWireName { get; }

    /// <summary>What names a row; empty if nothing does.</summary>
    string KeyOf(RowRequest row);

    /// <summary>The keys by which the dialer looks for duplicates before it does what a request asks for; none if it does not look.</summary>
    IReadOnlyCollection<string> GetCheckedKeys(ApiRequest request);

    /// <summary>The number of what a result stands for, where the dialer gives one.</summary>
    string? NameResult(object result);

    /// <summary>Whether a column of the input holds passwords.</summary>
    bool IsSecretColumn(string column);

    /// <summary>Finds out whether an earlier run has done what a request asks for.</summary>
    /// <exception cref="DialerException">Nobody can say.</exception>
    Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    );
}
