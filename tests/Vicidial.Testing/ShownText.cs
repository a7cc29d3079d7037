using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace Vicidial.Testing;

/// <summary>All text that PowerShell can reach from an object: its own, that of its properties, and so on, five levels deep.</summary>
public sealed class ShownText
{
    private const int Deepest = 5;

    // These properties lead to the session and to the code, not to text of the dialer or the user.
    private static readonly HashSet<string> Skipped =
        ["SyncRoot", "TargetSite", "InvocationInfo", "MyInvocation", "ScriptStackTrace", "PSMessageDetails"];

    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    private ShownText()
    {
    }

    /// <summary>Each text once.</summary>
    public static string[] Of(object? value)
    {
        var shown = new ShownText();
        shown.Add(value, 0);
        return shown._texts.ToArray();
    }

    private void Add(object? value, int depth)
    {
        object? own = (value as PSObject)?.BaseObject ?? value;
        if (own is null || depth > Deepest)
        {
            return;
        }

        if (own is string text)
        {
            _texts.Add(text);
            return;
        }

        // An object is searched again if it was reached on a shorter path, because the search then goes deeper.
        if (own is ValueType or MemberInfo or Assembly or Module || (_seen.TryGetValue(own, out int before) && before <= depth))
        {
            return;
        }

        _seen[own] = depth;
        var shown = PSObject.AsPSObject(value);
        _texts.Add(shown.ToString());
        if (own is IEnumerable many)
        {
            foreach (object? one in many)
            {
                Add(one, depth + 1);
            }
        }

        foreach (PSPropertyInfo property in shown.Properties.Where(property => !Skipped.Contains(property.Name)))
        {
            Add(ValueOf(property), depth + 1);
        }
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
