using System.Reflection;
using Vicidial.Client.Records;

namespace VicidialPS.Reports;

/// <summary>
/// Finds the record in a piped object. A job, a remote session, or Export-Clixml returns a copy with the properties of a record and the
/// name of its type; it is converted to a record again.
/// </summary>
internal static class ReportRecord
{
    private const string CopyPrefix = "Deserialized.";

    /// <summary>The record, or null if reports do not support its type.</summary>
    public static DialerRecord? Find(PSObject piped)
    {
        if (piped.BaseObject is DialerRecord record)
        {
            return ReportSection.Types.Contains(record.GetType()) ? record : null;
        }

        return ReportSection.Types.FirstOrDefault(type => piped.TypeNames.Contains(CopyPrefix + type.FullName)) is { } known
            ? Restore(piped, known)
            : null;
    }

    private static DialerRecord? Restore(PSObject copy, Type type)
    {
        var record = (DialerRecord)Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite))
        {
            if (copy.Properties[property.Name]?.Value is not { } value)
            {
                continue;
            }

            if (!LanguagePrimitives.TryConvertTo(value, property.PropertyType, out object converted))
            {
                return null;
            }

            property.SetValue(record, converted);
        }

        return record;
    }
}
