using System;
using System.Management.Automation;
using Vicidial.Client.Requests;
using VicidialPS.Connections;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Changes;

/// <summary>Asks the user about each change, as far as the parameters and preferences of a run require it.</summary>
internal sealed class ChangeQuestion
{
    private readonly PSCmdlet _cmdlet;
    private readonly ConfirmationState _state;
    private readonly Func<ApiRequest, string?> _findLoss;
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
        Func<ApiRequest, string?> findLoss,
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

    /// <summary>Whether the user confirms a request. On the pipeline thread.</summary>
    public bool IsAgreed(RowRequest row)
    {
        ApiRequest request = row.Request!;
        string? loss = _state.IsGiven ? null : _findLoss(request);
        if (!_state.MayAsk && loss is null)
        {
            return true;
        }

        (string target, string action) = _describe(request, row.Connection!);
        return (!_state.MayAsk || _cmdlet.ShouldProcess(target, action))
            && (loss is null || _cmdlet.ShouldContinue($"{loss} Continue?", $"{action}: {target}", ref _yesToAll, ref _noToAll));
    }
}
