using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Settings;

/// <summary>The changes to a record that a request asks for.</summary>
internal static class SettingChanges
{
    /// <summary>Reads the fields in their order, up to the first invalid one.</summary>
    /// <returns>The changes, or null if a value is rejected, with an error in the response.</returns>
    public static List<Action<T>>? Read<T>(FunctionContext context, IEnumerable<SettingField<T>> fields)
        where T : SettingsRecord
    {
        var changes = new List<Action<T>>();
        foreach (SettingField<T> field in fields)
        {
            if (!field.Read(context, out Action<T>? change))
            {
                return null;
            }

            if (change is not null && !context.HasRefusedStatement)
            {
                changes.Add(change);
            }
        }

        // One text can break the statement for all fields.
        return context.HasRefusedStatement ? [_ => { }] : changes;
    }

    public static void Apply<T>(this List<Action<T>> changes, T record) => changes.ForEach(change => change(record));
}
