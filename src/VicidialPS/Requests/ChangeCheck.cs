using Vicidial.Client.Errors;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>Finds requests that the dialer would not carry out as asked, and warns about text that it changes.</summary>
internal sealed class ChangeCheck
{
    private readonly ReleaseCheck _release;
    private readonly ChangedText _changedText;
    private readonly bool _isDryRun;

    /// <summary>Starts a run.</summary>
    /// <param name="release">Checks what the release of each dialer lacks.</param>
    /// <param name="changedText">Counts the rows whose text the dialer changes.</param>
    /// <param name="isDryRun">Whether nothing is sent, so that no response says what the dialer lacks.</param>
    public ChangeCheck(ReleaseCheck release, ChangedText changedText, bool isDryRun)
    {
        _isDryRun = isDryRun;
        _release = release;
        _changedText = changedText;
    }

    /// <summary>
    /// Why the dialer would do or store something other than the request asks for, or null if it would not. Fields that the dialer only
    /// ignores, and text that it only changes, cause a warning.
    /// </summary>
    /// <param name="connection">The dialer.</param>
    /// <param name="request">The request.</param>
    /// <param name="plan">What its cmdlet declares.</param>
    /// <param name="rowNumber">The number of the row, or null if the request was typed.</param>
    public DialerException? FindMisunderstanding(VicidialConnection connection, ApiRequest request, CommandPlan plan, long? rowNumber)
    {
        if (_release.FindGap(connection, request, plan) is { } tooOld)
        {
            return tooOld;
        }

        if (_isDryRun)
        {
            _release.WarnOfMissingFunction(connection, request);
        }

        request.Verdicts = _release.JudgeText(connection, request);
        return request.Verdicts.Count == 0 ? null : NoteVerdicts(connection, request, plan, rowNumber);
    }

    private DialerException? NoteVerdicts(VicidialConnection connection, ApiRequest request, CommandPlan plan, long? rowNumber)
    {
        DialerException? problem = request.Verdicts.FirstOrDefault(static verdict => verdict.Text.Problem is not null)?.Text.Problem;
        if (problem is null && !ReleaseCheck.LacksFunction(connection, request))
        {
            _changedText.Note(request.Verdicts, NameRow(request, plan, rowNumber), connection.Client.Versions.KeepsLetters, field =>
                plan.Fields.FirstOrDefault(one => one.WireName == field)?.ParameterName ?? field
            );
        }

        return problem;
    }

    /// <summary>Warns about the number of rows whose text the dialer changes.</summary>
    public void Complete() => _changedText.Complete();

    private static string NameRow(ApiRequest request, CommandPlan plan, long? rowNumber)
    {
        string? key = plan
            .Fields.Where(static field => field.IsIdentity || field.IsRequired)
            .OrderBy(static field => field.IsIdentity ? 0 : 1)
            .Select(field => request.Find(field.WireName))
            .FirstOrDefault(static value => !string.IsNullOrEmpty(value));
        return rowNumber is null ? key ?? "this request"
            : key is null ? $"row {rowNumber}"
            : $"row {rowNumber} ({key})";
    }
}
