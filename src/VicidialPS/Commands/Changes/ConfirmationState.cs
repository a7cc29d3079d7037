namespace VicidialPS.Commands.Changes;

/// <summary>What the user decided about confirmation.</summary>
internal readonly struct ConfirmationState
{
    private const string WhatIf = "WhatIf";
    private const string Confirm = "Confirm";
    private const int Never = int.MaxValue;
    private const string WhatIfPreference = "WhatIfPreference";

    private ConfirmationState(bool isShown, bool mayAsk, bool isWhatIf, bool isGiven)
    {
        IsShown = isShown;
        MayAsk = mayAsk;
        IsWhatIf = isWhatIf;
        IsGiven = isGiven;
    }

    /// <summary>Whether the user is asked, or -WhatIf shows the question. Only then is it worth a request to find out what would be lost.</summary>
    public bool IsShown { get; }

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
        bool isTyped = typed.ContainsKey(WhatIf) || typed.ContainsKey(Confirm);
        if (isForced && !isTyped && !isWhatIf)
        {
            return new ConfirmationState(false, false, false, true);
        }

        bool isAsked = typed.TryGetValue(Confirm, out object? confirm)
            ? LanguagePrimitives.IsTrue(confirm)
            : !isForced && FindImpact(cmdlet) >= FindThreshold(variables);
        bool isGiven = isForced || typed.ContainsKey(Confirm) || FindThreshold(variables) == Never;
        return new ConfirmationState(isAsked || isWhatIf, isAsked || isWhatIf || isVerbose, isWhatIf, isGiven);
    }

    private static int FindImpact(PSCmdlet cmdlet) =>
        (int)cmdlet.GetType().GetCustomAttributes(typeof(CmdletAttribute), false).Cast<CmdletAttribute>().First().ConfirmImpact;

    /// <summary>The impact from which PowerShell asks.</summary>
    private static int FindThreshold(PSVariableIntrinsics variables) =>
        LanguagePrimitives.TryConvertTo(variables.GetValue("ConfirmPreference"), out ConfirmImpact impact) && impact != ConfirmImpact.None
            ? (int)impact
            : Never;
}
