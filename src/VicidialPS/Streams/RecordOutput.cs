using Vicidial.Client.Records;

namespace VicidialPS.Streams;

/// <summary>Shows columns that this version does not know as note properties, and selects the view with the requested columns.</summary>
internal static class RecordOutput
{
    public static PSObject Wrap(DialerRecord record, string? columns = null)
    {
        var output = new PSObject(record);
        if (columns is not null)
        {
            output.TypeNames.Insert(0, $"{record.GetType().FullName}#{columns}");
        }

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
