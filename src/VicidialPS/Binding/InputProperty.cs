using System.Collections;

namespace VicidialPS.Binding;

/// <summary>Finds properties of input objects, or keys of hashtables.</summary>
internal static class InputProperty
{
    /// <summary>Finds a property by its name. Case is ignored.</summary>
    public static bool TryFind(object input, string name, out object? value)
    {
        if ((input is PSObject wrapped ? wrapped.BaseObject : input) is IDictionary table)
        {
            object? key = table.Keys.Cast<object>().FirstOrDefault(one => string.Equals(one as string, name, StringComparison.OrdinalIgnoreCase));
            value = key is null ? null : table[key];
            return key is not null;
        }

        PSPropertyInfo? property = PSObject.AsPSObject(input).Properties[name];
        value = property?.Value;
        return property is not null;
    }
}
