using System;
using System.Collections;
using System.Management.Automation;
using Vicidial.Client;
using VicidialPS.Binding;

namespace VicidialPS.Commands;

/// <summary>
/// A change that takes whole records, such as the rows of a CSV: the columns of an input object go to the parameters of the
/// same name, to those of the same wire name, or where -Map leads them. A blank cell means "not given", Y and N fill flags,
/// dates come in the dialer's form or in ISO 8601. What is typed at the prompt goes before what a column says.
/// </summary>
/// <remarks>
/// The columns are read here and not by PowerShell's binder: the binder fails on blank cells and on flags, gives its own
/// error ids, and looks for each of fifty parameters in each object.
/// </remarks>
public abstract class InputCommand : ChangeCommand
{
    private ApiCall? _typed;

    /// <summary>The record to take values from, such as a row of Import-Csv or a hashtable.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Which column is meant for which parameter, where names differ: @{ Phone = 'PhoneNumber' }.</summary>
    [Parameter]
    public IDictionary? Map { get; set; }

    private protected override object? CurrentInput => InputObject ?? TypedInput;

    /// <summary>What names the record in errors where it was typed.</summary>
    private protected abstract object? TypedInput { get; }

    private protected override CallBuilder MakeBuilder() => new(Plan, Map, WriteWarning);

    private protected override ApiCall MakeCall() => MakeCall(null);

    private protected ApiCall MakeCall(Action<string, object?>? unbound)
    {
        // What was typed is the same for each record.
        _typed ??= base.MakeCall();
        ApiCall call = _typed.Copy();
        if (InputObject is not null)
        {
            Builder.AddInput(call, InputObject, unbound);
        }

        Builder.Require(call);
        return call;
    }
}
