using System.Collections.Generic;
using System.Management.Automation;
using Vicidial.Client.Records;

namespace VicidialPS.Streams;

/// <summary>Makes columns that this version does not know visible, as note properties.</summary>
internal static class RecordOutput
{
    public static PSObject WithUnknownColumns(DialerRecord record)
    {
        var output = new PSObject(record);
        foreach (KeyValuePair<string, string> column in record.GetUnknownColumns())
        {
            // A column named like a property must not hide it.
            if (output.Properties[column.Key] is null)
            {
                output.Properties.Add(new PSNoteProperty(column.Key, column.Value));
            }
        }

        return output;
    }
}
