using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Connections;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Changes;

/// <summary>Asks the user about each change if the parameters and preferences of a run require it.</summary>
internal sealed class ChangeQuestion
{
    private readonly PSCmdlet _cmdlet;
    private readonly ConfirmationState _state;
    private readonly Func<ApiRequest, VicidialConnection, string?> _findLoss;
    private readonly Func<ApiRequest, VicidialConnection, (string Target, string Action)> _describe;
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Starts a run.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="state">What the user decided about confirmation.</param>
    /// <param name="findLoss">Finds what a request would destroy, for a cmdlet that does not ask about other changes.</param>
    /// <param name="describe">Describes what a request does, and to what.</param>
    public ChangeQuestion(
        PSCmdlet cmdlet,
        ConfirmationState state,
        Func<ApiRequest, VicidialConnection, string?> findLoss,
        Func<ApiRequest, VicidialConnection, (string Target, string Action)> describe
    )
    {
        _cmdlet = cmdlet;
        _state = state;
        _findLoss = findLoss;
        _describe = describe;
    }

    /// <summary>Whether the run only reports, and changes nothing.</summary>
    public bool IsWhatIf => _state.IsWhatIf;

    /// <summary>Whether the user is asked, or -WhatIf shows the question.</summary>
    public bool IsShown => _state.IsShown;

    /// <summary>
    /// Whether the user confirms a request. Text of a dialer or a file in it cannot send commands to the terminal. On the pipeline thread.
    /// </summary>
    public bool IsAgreed(RowRequest row)
    {
        ApiRequest request = row.Request!;
        string? loss = _state.IsGiven ? null : _findLoss(request, row.Connection!);
        if (!_state.MayAsk && loss is null)
        {
            return true;
        }

        (string target, string action) = _describe(request, row.Connection!);
        (target, action) = (ShownText.Clean(target), ShownText.Clean(action));
        return (!_state.MayAsk || _cmdlet.ShouldProcess(target, action))
            && (loss is null || Continues($"{ShownText.Clean(loss)} Continue?", $"{action}: {target}"));
    }

    private bool Continues(string query, string caption) => _cmdlet.ShouldContinue(query, caption, ref _yesToAll, ref _noToAll);
}
