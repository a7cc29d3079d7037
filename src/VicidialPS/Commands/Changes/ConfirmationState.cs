using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace VicidialPS.Commands.Changes;

/// <summary>What the user decided about confirmation.</summary>
internal readonly struct ConfirmationState
{
    private const string WhatIf = "WhatIf";
    private const string WhatIfPreference = "WhatIfPreference";

    private ConfirmationState(bool mayAsk, bool isWhatIf, bool isGiven)
    {
        MayAsk = mayAsk;
        IsWhatIf = isWhatIf;
        IsGiven = isGiven;
    }

    /// <summary>
    /// Whether ShouldProcess is called. It takes longer than a request to a near dialer, so it is skipped if it cannot ask or report.
    /// </summary>
    public bool MayAsk { get; }

    /// <summary>Whether to report only, and to change nothing.</summary>
    public bool IsWhatIf { get; }

    /// <summary>Whether the user has decided for the whole run, or is asked about each request.</summary>
    public bool IsGiven { get; }

    /// <summary>Reads the parameters and the preferences.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="isForced">Whether the user gave -Force.</param>
    /// <param name="isVerbose">Whether the user reads verbose messages.</param>
    public static ConfirmationState Of(PSCmdlet cmdlet, bool isForced, bool isVerbose)
    {
        Dictionary<string, object> typed = cmdlet.MyInvocation.BoundParameters;
        PSVariableIntrinsics variables = cmdlet.SessionState.PSVariable;
        bool isWhatIf = typed.TryGetValue(WhatIf, out object? flag)
            ? LanguagePrimitives.IsTrue(flag)
            : LanguagePrimitives.IsTrue(variables.GetValue(WhatIfPreference));
        bool isTyped = typed.ContainsKey(WhatIf) || typed.ContainsKey("Confirm");
        if (isForced && !isTyped && !isWhatIf)
        {
            return new ConfirmationState(false, false, true);
        }

        string preference = variables.GetValue("ConfirmPreference")?.ToString() ?? string.Empty;

        bool mayAsk = isTyped
            || isWhatIf
            || isVerbose
            || !string.Equals(preference, nameof(ConfirmImpact.High), StringComparison.OrdinalIgnoreCase)
            || cmdlet
                .GetType()
                .GetCustomAttributes(typeof(CmdletAttribute), false)
                .Cast<CmdletAttribute>()
                .Any(static one => one.ConfirmImpact == ConfirmImpact.High);
        bool isGiven =
            isForced || typed.ContainsKey("Confirm") || string.Equals(preference, nameof(ConfirmImpact.None), StringComparison.OrdinalIgnoreCase);
        return new ConfirmationState(mayAsk, isWhatIf, isGiven);
    }
}
