namespace VicidialPS.Requests;

/// <summary>The parameters that every cmdlet that changes something for each row has in addition to its own.</summary>
/// <remarks>PowerShell reads them from this object as dynamic parameters.</remarks>
public class RowParameters
{
    /// <summary>Adds the input object to each result as the property InputObject, so you can match a result with its row.</summary>
    [Parameter]
    public SwitchParameter IncludeInput { get; set; }

    /// <summary>The output for a result: with -IncludeInput, it has its input.</summary>
    internal object Pair(object result, object? input)
    {
        if (!IncludeInput)
        {
            return result;
        }

        var paired = PSObject.AsPSObject(result);
        paired.Properties.Add(new PSNoteProperty("InputObject", input));
        return paired;
    }
}
