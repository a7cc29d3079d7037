using System.Management.Automation;

namespace VicidialPS.Commands;

/// <summary>Finds the object that came down the pipeline when only some of its properties were bound.</summary>
internal static class InputObjects
{
    /// <summary>The current object, or null where the cmdlet stands first.</summary>
    public static object? Current(PSCmdlet command)
        => command.MyInvocation.ExpectingInput ? command.GetVariableValue("_") : null;
}
