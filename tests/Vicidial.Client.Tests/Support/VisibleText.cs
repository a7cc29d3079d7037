using System.Collections;
using System.Reflection;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Tests.Support;

/// <summary>Finds every text that an object shows: its own text and all public properties, however deep.</summary>
internal static class VisibleText
{
    public static IReadOnlyList<string> Of(params object?[] roots)
    {
        var texts = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (object? root in roots)
        {
            Add(root, texts, seen);
        }

        return texts;
    }

    private static void Add(object? value, List<string> texts, HashSet<object> seen)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                texts.Add(text);
                return;
            // The catalog is the same for all passwords, and types and methods would lead to the whole platform.
            case ApiFunction or ResponseShape or ApiParameter or MemberInfo or Assembly or Module or Delegate:
                return;
        }

        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || !(type.IsValueType || seen.Add(value)))
        {
            return;
        }

        texts.Add(value.ToString() ?? string.Empty);
        if (value is IEnumerable several)
        {
            foreach (object? one in several)
            {
                Add(one, texts, seen);
            }
        }

        bool ours = type.Namespace?.StartsWith("Vicidial", StringComparison.Ordinal) == true;
        if (
            !ours
            && value is not (Exception or DictionaryEntry)
            && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        )
        {
            return;
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0)
            {
                Add(property.GetValue(value), texts, seen);
            }
        }
    }
}
